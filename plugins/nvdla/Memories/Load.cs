using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Memories;

/// <summary>Demand of a layer or a whole inference on the multipliers and on each memory.</summary>
internal sealed class Load(int memories)
{
    private readonly DataSize[] _read = new DataSize[memories];
    private readonly DataSize[] _weights = new DataSize[memories];
    private readonly DataSize[] _written = new DataSize[memories];

    internal double Cycles { get; private set; }

    /// <summary>Everything read from a memory, weights included.</summary>
    internal DataSize Read(int memory) => _read[memory];

    internal DataSize Weights(int memory) => _weights[memory];

    internal DataSize Written(int memory) => _written[memory];

    internal static Load Sum(IEnumerable<Load> loads, int memories)
    {
        var sum = new Load(memories);
        foreach (Load load in loads)
            sum.Add(load);
        return sum;
    }

    internal void AddCycles(double cycles) => Cycles += cycles;

    internal void AddFeaturesRead(int memory, DataSize size) => _read[memory] += size;

    internal void AddFeaturesWritten(int memory, DataSize size) => _written[memory] += size;

    internal void AddWeights(int memory, DataSize size)
    {
        // Counted twice on purpose: a memory has one rate for all reads, and the weight port sees the weights alone.
        _read[memory] += size;
        _weights[memory] += size;
    }

    internal IReadOnlyList<Traffic> Traffic(PlacedMemories placed)
    {
        var traffic = new List<Traffic>();
        for (int memory = 0; memory < placed.Ports.Count; memory++)
        {
            string name = placed.Ports[memory].Memory;
            if (_read[memory] > DataSize.Zero)
                traffic.Add(new Traffic(name, TransferDirection.Read, _read[memory]));
            if (_written[memory] > DataSize.Zero)
                traffic.Add(new Traffic(name, TransferDirection.Write, _written[memory]));
        }

        return traffic;
    }

    private void Add(Load other)
    {
        Cycles += other.Cycles;
        for (int memory = 0; memory < _read.Length; memory++)
        {
            _read[memory] += other._read[memory];
            _weights[memory] += other._weights[memory];
            _written[memory] += other._written[memory];
        }
    }
}
