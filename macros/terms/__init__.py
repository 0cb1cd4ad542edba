"""The engine: contracts in, pages and files out; knows no MkDocs, no theme, no network, no clock."""
