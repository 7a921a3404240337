// libtorch's number of threads and its count of living tensors belong to the process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
