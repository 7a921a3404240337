using BenchmarkDotNet.Attributes;
using Memti.Tensors.Networks;

namespace Memti.Benchmarks;

/// <summary>
/// ResNet-26 of full width on 64 images of 32x32 pixels: a step that trains parallel adapters on frozen kernels, and inference. Target:
/// 1.3 times the rates of
/// PyTorch on the same machine, see <c>peers/compare.sh</c>.
/// </summary>
public class TensorBenchmarks : IDisposable
{
    public const int Batch = 64;

    private const int Classes = 100;

    private ResidualNetwork? _network;
    private float[] _images = [];
    private int[] _labels = [];

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Build()
    {
        _network = new ResidualNetwork(new ResidualNetworkOptions { Threads = Threads, Batch = Batch, Classes = Classes });
        Random random = new(1);
        _images = [.. Enumerable.Range(0, Batch * _network.ImageSize).Select(_ => random.NextSingle() - 0.5f)];
        _labels = [.. Enumerable.Range(0, Batch).Select(static image => image % Classes)];
    }

    [Benchmark]
    public void Train()
    {
        _network!.LoadImages(_images);
        _network.Forward(train: true);
        _network.Loss(_labels);
        _network.Backward();
        _network.Step(0.01);
    }

    [Benchmark]
    public void Infer()
    {
        _network!.LoadImages(_images);
        _network.Forward(train: false);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _network?.Dispose();
        GC.SuppressFinalize(this);
    }
}
