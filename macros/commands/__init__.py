"""The commands of the command line, a file for each thing that people come to do."""
