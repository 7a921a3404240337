using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>What can be wrong with a use of registers.</summary>
internal static class RegisterErrors
{
    internal static MemtiException Unknown(string name, string what, IReadOnlyList<string> known)
    {
        string permitted = known.Count == 0 ? "none" : string.Join(", ", known);
        return Error(NvdlaCodes.UnknownRegister, name, name, $"there is no {what} '{name}'", permitted);
    }

    internal static MemtiException Hole(uint offset, uint value, RegisterLayout layout) => Error(
        NvdlaCodes.RegisterHole,
        null,
        Hex(offset),
        $"0x{value:X} is written to offset {Hex(offset)}, at which the {layout} map has no register",
        "offsets of registers; the RTL ignores the write");

    internal static MemtiException Contradiction(string register, string value, string permitted) =>
        Error(NvdlaCodes.BadRegisters, register, value, $"'{register}' is {value}", permitted);

    internal static MemtiException Unmodelled(string unit) => Error(
        NvdlaCodes.UnmodelledUnit,
        unit,
        null,
        $"unit {unit} is started, and nothing is known of its time",
        "CDMA, CSC, CMAC_A, CMAC_B, CACC, SDP_RDMA, SDP, PDP_RDMA, PDP");

    internal static MemtiException NotProgrammable(Layer layer, string reason, string permitted) =>
        Error(NvdlaCodes.LayerNotProgrammable, layer.Name, null, $"layer '{layer.Name}' has no registers to say that {reason}", permitted);

    private static MemtiException Error(string code, string? key, string? value, string reason, string permitted) =>
        new(new Diagnostic(code, $"{reason}; permitted: {permitted}.") { Key = key, Value = value, Permitted = permitted });

    private static string Hex(uint offset) => string.Create(CultureInfo.InvariantCulture, $"0x{offset:X}");
}
