using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;
using Memti.Training.Trainers;

namespace Memti.Training.Tests;

/// <summary>Tensors of given codes; what is substituted is written down.</summary>
internal sealed class FakeTrainer(params StoredTensor[] tensors) : ITrainer
{
    public IReadOnlyList<StoredTensor> Tensors => tensors;

    public int StepsPerEpoch => 2;

    public long Position { get; private set; }

    /// <summary>Every substitution, in order.</summary>
    public List<(string Tensor, ushort[] Codes)> Substituted { get; } = [];

    public GuardedTrainer Guarded =>
        new(
            this,
            new Registration<ModelFactory>(PluginContract.Model, "fake", typeof(object), "fake", null, _ => null!),
            new PluginGuard(TimeSpan.FromSeconds(60)));

    /// <summary>What a tensor holds: all codes but zero come up, and zero in every fourth place.</summary>
    public static ushort[] Codes(StoredTensor tensor) =>
        [.. Enumerable.Range(0, (int)tensor.Count).Select(index => (ushort)(index % 4 == 3 ? 0 : 1 + (index % ((1 << tensor.Bits) - 1))))];

    public TrainingStep Step()
    {
        Position++;
        return new TrainingStep(1, 1, 1, 0.1);
    }

    public double Score(ImageSet images, int first, Span<int> predictions)
    {
        predictions.Clear();
        return 0;
    }

    public void LoadShared(Stream weights)
    {
    }

    public void LoadTask(Stream weights)
    {
    }

    public void Save(Stream weights, ParameterPart part, bool halfPrecision = false)
    {
    }

    public void SaveState(Stream state)
    {
    }

    public void LoadState(Stream state)
    {
    }

    public void Quantize(double pruned = 0)
    {
    }

    public void ReadCodes(int tensor, Span<ushort> codes) => Codes(tensors[tensor]).CopyTo(codes);

    public void OverrideCodes(int tensor, ReadOnlySpan<ushort> codes) => Substituted.Add((tensors[tensor].Name, codes.ToArray()));

    public void Dequantize()
    {
    }

    public void Dispose()
    {
    }
}
