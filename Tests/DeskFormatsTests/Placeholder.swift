/// Taken away by the first file of this target.
