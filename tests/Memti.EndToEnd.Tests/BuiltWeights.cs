namespace Memti.EndToEnd.Tests;

/// <summary>A bench on which all stages have run once; tests work on copies.</summary>
public sealed class BuiltWeights : IDisposable
{
    private readonly WeightsBench _bench = new();

    public BuiltWeights() => _bench.Done("build");

    internal WeightsBench Copy() => new(_bench);

    public void Dispose() => _bench.Dispose();
}
