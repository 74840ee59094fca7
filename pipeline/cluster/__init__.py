"""The extraction over Ray Data: files of any file system in, shards of records out; docs/cluster.md tells how to run it."""
