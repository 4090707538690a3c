"""An upload becomes safe, small pictures. No models; what decodes a stranger's file runs in a child process."""
