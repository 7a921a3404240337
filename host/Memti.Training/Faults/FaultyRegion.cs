using Memti.Abstractions.Cells;

namespace Memti.Training.Faults;

/// <summary>Parameters in one faulty memory, tensor after tensor.</summary>
/// <param name="name">Kind of the memory, for reports.</param>
/// <param name="faultsOf">Creates the fault model for a number of bits.</param>
public sealed class FaultyRegion(string name, Func<int, IValueFaults> faultsOf)
{
    private readonly Dictionary<int, IValueFaults> _faults = [];

    /// <summary>Kind of the memory.</summary>
    public string Name { get; } = name;

    /// <summary>The fault model for values of a width; created once.</summary>
    /// <param name="bits">Bits of a value.</param>
    public IValueFaults Of(int bits)
    {
        if (!_faults.TryGetValue(bits, out IValueFaults? faults))
            _faults[bits] = faults = faultsOf(bits);
        return faults;
    }

    /// <summary>Starts reading at the first cell of the region.</summary>
    /// <param name="seed">The random numbers.</param>
    internal RegionReader Read(FaultSeed seed) => new(this, seed);
}
