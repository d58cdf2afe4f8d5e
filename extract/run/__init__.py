"""Where the pipeline runs: over files with local processes, over texts and tables in memory.

The pipeline does not know.
"""
