#!/bin/sh
# What a web server runs for every address below the chat's. Words of the address never reach the
# command line this way; the desk is the one of DESKCTL_CONFIG and DESKCTL_DATA, else of /etc/deskctl and
# /var/lib/deskctl.
exec deskctl cgi
