using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>Places of registers by their public names, for drivers.</summary>
internal static class NvdlaRegisters
{
    /// <summary>Byte offset of a register in the window of the device.</summary>
    /// <param name="layout">The register map.</param>
    /// <param name="unit">A unit, such as <c>CDMA</c>.</param>
    /// <param name="register">A register of it, such as <c>D_OP_ENABLE</c>.</param>
    /// <exception cref="MemtiException"><see cref="NvdlaCodes.UnknownRegister"/> with the names that there are.</exception>
    internal static uint Offset(RegisterLayout layout, string unit, string register)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(register);
        return RegisterTable.Instance.Offset(layout, unit, register);
    }
}
