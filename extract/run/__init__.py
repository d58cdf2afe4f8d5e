"""Where the pipeline runs: over files with local processes, over tables in memory. The pipeline does not know."""
