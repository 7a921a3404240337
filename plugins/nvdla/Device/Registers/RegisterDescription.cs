using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>A register of a unit.</summary>
/// <param name="Unit">The unit's name.</param>
/// <param name="Name">Its public name in the unit.</param>
/// <param name="Offset">Bytes from the base of the unit.</param>
/// <param name="ReadOnly">True when writes change nothing.</param>
/// <param name="Fields">Its fields; none when it is one number.</param>
internal sealed record RegisterDescription(string Unit, string Name, uint Offset, bool ReadOnly, IReadOnlyList<RegisterField> Fields)
{
    internal int Word => (int)(Offset / 4);

    /// <summary>True when it exists once per group.</summary>
    internal bool InGroup => Name.StartsWith("D_", StringComparison.Ordinal);

    /// <summary>The register as headers and debuggers name it.</summary>
    /// <param name="unit">Where the unit starts in the window.</param>
    internal DeviceRegister Describe(uint unit) => new($"{Unit}_{Name}", unit + Offset, Summary)
    {
        Fields = [.. Fields.Select(static field => new DeviceField(field.Name, field.Low, field.High - field.Low + 1))],
    };

    private string Summary =>
        $"{Name} of unit {Unit}{(InGroup ? ", of the group that S_POINTER selects" : "")}{(ReadOnly ? ", read only" : "")}.";

    /// <exception cref="MemtiException"><see cref="NvdlaCodes.UnknownRegister"/>.</exception>
    internal RegisterField Field(string name)
    {
        foreach (RegisterField field in Fields)
        {
            if (field.Name == name)
                return field;
        }

        throw RegisterErrors.Unknown($"{Unit}.{Name}.{name}", "field", [.. Fields.Select(static field => field.Name)]);
    }
}
