using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.FixedPoint;

namespace Memti.Plugins.Adapters.Training;

/// <summary>Parameters stored as one tensor of fixed-point codes, and the codes that memory returns instead.</summary>
internal abstract class StoredParameters(string name, ParameterPart part, IReadOnlyList<int> shape, FormatRule rule)
{
    private FixedPointFormat? _format;

    /// <summary>Description of the tensor for the host.</summary>
    internal StoredTensor Description { get; private set; } = new(name, part, shape, rule.Bits);

    /// <summary>Number of values.</summary>
    internal int Count { get; } = shape.Aggregate(1, static (product, size) => product * size);

    /// <summary>Fixed-point format. It must be chosen before codes can be read or substituted.</summary>
    /// <exception cref="InvalidOperationException">No format was chosen.</exception>
    internal FixedPointFormat Format
    {
        get => _format ?? throw new InvalidOperationException($"No format was chosen for '{Description.Name}' yet.");
        private set => _format = value;
    }

    /// <summary>True after a format was chosen.</summary>
    internal bool HasFormat => _format is not null;

    /// <summary>Chooses the format for the current values, or restores a known one.</summary>
    internal void FixPoint(bool pruned, int? fractionBits = null)
    {
        Format = fractionBits is { } known ? new FixedPointFormat(Description.Bits, known) : rule.For(Values());
        Description = Description with { FractionBits = Format.FractionBits, Pruned = pruned };
    }

    /// <summary>Encodes the current values.</summary>
    internal void ReadCodes(Span<ushort> codes) => Format.Encode(Values(), codes);

    /// <summary>Codes that memory returns instead of the values; null for none.</summary>
    internal ushort[]? Substituted { get; private set; }

    /// <summary>Substitutes codes for the values in computations.</summary>
    internal void Substitute(ReadOnlySpan<ushort> codes)
    {
        float[] values = new float[Count];
        Format.Decode(codes, values);
        Cover(values);
        Substituted = codes.ToArray();
    }

    /// <summary>Removes the substitute.</summary>
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
