"""The steps of reading an article, one a module; none imports another's decisions, the pipeline composes them."""
