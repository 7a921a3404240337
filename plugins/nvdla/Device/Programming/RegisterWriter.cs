using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Device.Registers;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>Collects the writes of one layer; a value that its field cannot hold is refused.</summary>
internal sealed class RegisterWriter(Layer layer)
{
    private readonly List<RegisterWrite> _writes = [];

    internal IReadOnlyList<RegisterWrite> Writes => _writes;

    internal void Set(string unit, string register, params ReadOnlySpan<(string Field, long Value)> fields)
    {
        RegisterDescription description = RegisterTable.Instance.Unit(unit).Find(register);
        uint word = 0;
        foreach ((string name, long value) in fields)
        {
            RegisterField field = description.Field(name);
            if (value < 0 || value > field.Most)
                throw RegisterErrors.NotProgrammable(
                    layer,
                    FormattableString.Invariant($"{unit}.{register}.{name} is {value}"),
                    FormattableString.Invariant($"0 to {field.Most}"));
            word = field.In(word, (uint)value);
        }

        _writes.Add(new RegisterWrite(unit, register, word));
    }

    internal void SetWord(string unit, string register, long value)
    {
        _ = RegisterTable.Instance.Unit(unit).Find(register);
        if (value is < 0 or > uint.MaxValue)
            throw RegisterErrors.NotProgrammable(layer, FormattableString.Invariant($"{unit}.{register} is {value}"), "32 bits");
        _writes.Add(new RegisterWrite(unit, register, (uint)value));
    }

    internal void SetAddress(string unit, string register, ulong address, string suffix = "")
    {
        SetWord(unit, $"{register}_HIGH{suffix}", (long)(address >> 32));
        SetWord(unit, $"{register}_LOW{suffix}", (uint)address);
    }
}
