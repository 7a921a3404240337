using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Bus;

/// <summary>Named address ranges that do not overlap, each with its target.</summary>
/// <typeparam name="TTarget">The target of an address.</typeparam>
public sealed class AddressMap<TTarget>
{
    /// <summary>Sorted by base address, for the binary search.</summary>
    private readonly List<Entry> _entries = [];

    /// <summary>Adds a range.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="SimulationCodes.AddressOverlap"/>: the range is empty, starts or ends within a word, runs past 2^64, or overlaps another.
    /// </exception>
    public void Add(AddressRange range, string name, TTarget target)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        // Last wraps round below Base when the range runs past 2^64.
        if (range.Size == 0 || range.Last < range.Base || range.Base % 4 != 0 || range.Size % 4 != 0)
            throw Refuse(range, name, "it is no range of whole words", "a base and a size that are multiples of 4, below 2^64 together");
        foreach (Entry entry in _entries)
        {
            if (entry.Range.Overlaps(range))
                throw Refuse(range, name, $"it overlaps '{entry.Name}' at {entry.Range}", $"addresses outside {this}");
        }

        // Inserted in order, which the binary search needs.
        int place = _entries.FindIndex(entry => entry.Range.Base > range.Base);
        _entries.Insert(place < 0 ? _entries.Count : place, new Entry(range, name, target));
    }

    /// <summary>Finds the target of an address.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="target">The target of the range.</param>
    /// <param name="offset">Bytes from the start of the range.</param>
    /// <returns>False outside every range.</returns>
    public bool TryFind(ulong address, out TTarget target, out ulong offset)
    {
        (int low, int high) = (0, _entries.Count - 1);
        while (low <= high)
        {
            int middle = (low + high) / 2;
            Entry entry = _entries[middle];
            if (entry.Range.Contains(address))
            {
                (target, offset) = (entry.Target, address - entry.Range.Base);
                return true;
            }

            (low, high) = entry.Range.Base > address ? (low, middle - 1) : (middle + 1, high);
        }

        (target, offset) = (default!, 0);
        return false;
    }

    /// <summary>All ranges in order, with their names.</summary>
    public override string ToString() =>
        _entries.Count == 0 ? "none" : string.Join(", ", _entries.Select(static entry => $"{entry.Range} ({entry.Name})"));

    private static MemtiException Refuse(AddressRange range, string name, string reason, string permitted)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"0x{range.Base:X}, {range.Size} bytes");
        return new MemtiException(
            new Diagnostic(SimulationCodes.AddressOverlap, $"'{name}' cannot be at {place}: {reason}; permitted: {permitted}.")
            {
                Key = name,
                Value = place,
                Permitted = permitted,
            });
    }

    private readonly record struct Entry(AddressRange Range, string Name, TTarget Target);
}
