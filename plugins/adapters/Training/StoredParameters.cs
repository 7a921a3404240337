using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.FixedPoint;

namespace Memti.Plugins.Adapters.Training;

/// <summary>Parameters that are stored as one tensor of fixed-point codes, and what the memory gives in their place.</summary>
internal abstract class StoredParameters(string name, ParameterPart part, IReadOnlyList<int> shape, FormatRule rule)
{
    private FixedPointFormat? _format;

    /// <summary>The tensor as the host sees it.</summary>
    internal StoredTensor Description { get; private set; } = new(name, part, shape, rule.Bits);

    /// <summary>Number of values.</summary>
    internal int Count { get; } = shape.Aggregate(1, static (product, size) => product * size);

    /// <summary>The format; chosen before codes can be read or given.</summary>
    /// <exception cref="InvalidOperationException">It was not chosen yet.</exception>
    internal FixedPointFormat Format
    {
        get => _format ?? throw new InvalidOperationException($"No format was chosen for '{Description.Name}' yet.");
        private set => _format = value;
    }

    /// <summary>True once a format was chosen.</summary>
    internal bool HasFormat => _format is not null;

    /// <summary>Chooses the format for the present values, or goes back to one that was chosen.</summary>
    internal void FixPoint(bool pruned, int? fractionBits = null)
    {
        Format = fractionBits is { } known ? new FixedPointFormat(Description.Bits, known) : rule.For(Values());
        Description = Description with { FractionBits = Format.FractionBits, Pruned = pruned };
    }

    /// <summary>The present values as codes.</summary>
    internal void ReadCodes(Span<ushort> codes) => Format.Encode(Values(), codes);

    /// <summary>What memory gives in place of the values; null for nothing.</summary>
    internal ushort[]? Substituted { get; private set; }

    /// <summary>Lets the network compute with codes in place of the values.</summary>
    internal void Substitute(ReadOnlySpan<ushort> codes)
    {
        float[] values = new float[Count];
        Format.Decode(codes, values);
        Cover(values);
        Substituted = codes.ToArray();
    }

    /// <summary>Lets the network compute with the values again.</summary>
    internal void Release()
    {
        Uncover();
        Substituted = null;
    }

    private protected abstract void Cover(float[] values);

    private protected abstract void Uncover();

    private protected abstract void Read(Span<float> values);

    private float[] Values()
    {
        float[] values = new float[Count];
        Read(values);
        return values;
    }
}
