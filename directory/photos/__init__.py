"""An upload becomes safe, small pictures. Pure: no models, no requests; what reads a stranger's file runs in a child."""
