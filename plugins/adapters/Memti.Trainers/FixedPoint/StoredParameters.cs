using Memti.Abstractions.Training;

namespace Memti.Trainers.FixedPoint;

/// <summary>Parameters stored as one tensor of fixed-point codes, and the codes that memory returns instead.</summary>
public abstract class StoredParameters(string name, ParameterPart part, IReadOnlyList<int> shape, FormatRule rule)
{
    private FixedPointFormat? _format;

    /// <summary>Description of the tensor for the host.</summary>
    public StoredTensor Description { get; private set; } = new(name, part, shape, rule.Bits);

    /// <summary>Number of values.</summary>
    public int Count { get; } = shape.Aggregate(1, static (product, size) => product * size);

    /// <summary>Fixed-point format. It must be chosen before codes can be read or substituted.</summary>
    /// <exception cref="InvalidOperationException">No format was chosen.</exception>
    public FixedPointFormat Format
    {
        get => _format ?? throw new InvalidOperationException($"No format was chosen for '{Description.Name}' yet.");
        private set => _format = value;
    }

    /// <summary>True after a format was chosen.</summary>
    public bool HasFormat => _format is not null;

    /// <summary>Chooses the format for the current values, or restores a known one.</summary>
    public void FixPoint(bool pruned, int? fractionBits = null)
    {
        Format = fractionBits is { } known ? new FixedPointFormat(Description.Bits, known) : rule.For(Values());
        Description = Description with { FractionBits = Format.FractionBits, Pruned = pruned };
    }

    /// <summary>Encodes the current values.</summary>
    public void ReadCodes(Span<ushort> codes) => Format.Encode(Values(), codes);

    /// <summary>Codes that memory returns instead of the values; null for none.</summary>
    public ushort[]? Substituted { get; private set; }

    /// <summary>Substitutes codes for the values in computations.</summary>
    public void Substitute(ReadOnlySpan<ushort> codes)
    {
        float[] values = new float[Count];
        Format.Decode(codes, values);
        Cover(values);
        Substituted = codes.ToArray();
    }

    /// <summary>Removes the substitute.</summary>
    public void Release()
    {
        Uncover();
        Substituted = null;
    }

    /// <summary>Makes the network compute with these values in place of its own.</summary>
    protected abstract void Cover(float[] values);

    /// <summary>Makes the network compute with its own values again.</summary>
    protected abstract void Uncover();

    /// <summary>Reads the network's own values in row-major order.</summary>
    protected abstract void Read(Span<float> values);

    private float[] Values()
    {
        float[] values = new float[Count];
        Read(values);
        return values;
    }
}
