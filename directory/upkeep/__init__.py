"""What has to be done once a day. Each part can be done twice, or be missed, without harm."""
