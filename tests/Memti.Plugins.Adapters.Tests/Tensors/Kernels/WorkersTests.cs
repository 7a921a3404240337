using Memti.Tensors.Kernels;

namespace Memti.Plugins.Adapters.Tests.Tensors.Kernels;

public sealed unsafe class WorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_chunk_of_each_piece_of_work_runs_once(int threads)
    {
        using Workers workers = new(threads);
        int* counts = stackalloc int[100];
        for (int piece = 0; piece < 2000; piece++)
            workers.Run(piece % 101, &CountUp, counts);
        for (int chunk = 0; chunk < 100; chunk++)
            counts[chunk].ShouldBe(Enumerable.Range(0, 2000).Count(piece => piece % 101 > chunk));
    }

    [Fact]
    public void Threads_that_went_to_sleep_are_woken()
    {
        using Workers workers = new(3);
        int* counts = stackalloc int[64];
        for (int piece = 0; piece < 5; piece++)
        {
            Thread.Sleep(20);
            workers.Run(64, &CountUp, counts);
        }

        new ReadOnlySpan<int>(counts, 64).ToArray().ShouldAllBe(static count => count == 5);
    }

    [Fact]
    public void Disposing_ends_the_threads_twice_without_harm()
    {
        Workers workers = new(3);
        workers.Dispose();
        workers.Dispose();
    }

    private static void CountUp(void* context, int chunk) => Interlocked.Increment(ref ((int*)context)[chunk]);
}
