using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>A number that a cell file may hold.</summary>
public sealed class CellKey : DocumentKey
{
    private readonly CellNumberType _type;

    internal CellKey(string section, string stem, string suffix, string description, CellNumberType type)
        : base(suffix.Length == 0 ? stem : $"{stem}_{suffix}", description)
    {
        (Section, Stem, _type) = (section, stem, type);
        Unit = type.Unit;
    }

    /// <summary>The mapping that it stands in, such as <c>read</c>.</summary>
    public string Section { get; }

    /// <summary>The full key, such as <c>read.voltage_v</c>.</summary>
    public string Key => $"{Section}.{Name}";

    /// <summary>Along what the number moves when it is seen what rests on it.</summary>
    public NumberGrid Grid => new() { Whole = _type.Whole, Step = _type.Step > 1 ? _type.Step : 0 };

    /// <summary>Power of ten that turns the unit into its SI unit: -9 for ns.</summary>
    internal int Exponent { get; init; }

    /// <summary>The key without its unit: <c>voltage</c> of <c>voltage_v</c>.</summary>
    internal string Stem { get; }

    /// <inheritdoc />
    public override ParameterType Type => _type;

    internal bool Takes(double value) => _type.Takes(value);
}
