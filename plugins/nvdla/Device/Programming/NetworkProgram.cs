using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>The register writes of one inference as offsets and values.</summary>
internal static class NetworkProgram
{
    /// <summary>Interrupt bits of SDP and PDP, of which one ends every layer.</summary>
    internal static uint LastUnits =>
        InterruptBits.Of("SDP", 0) | InterruptBits.Of("SDP", 1) | InterruptBits.Of("PDP", 0) | InterruptBits.Of("PDP", 1);

    /// <exception cref="MemtiException"><see cref="NvdlaCodes.LayerNotProgrammable"/> naming the layer.</exception>
    internal static IReadOnlyList<LayerProgram> Of(NvdlaOptions options, Network network, NetworkAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(addresses);
        var programmer = new LayerProgrammer(options, options.RegisterMap, addresses);
        return
        [
            .. network.Layers
                .SelectMany((layer, index) => programmer.ProgramGroups(layer, index == 0))
                .Select(layer => Of(layer, options.RegisterMap)),
        ];
    }

    private static LayerProgram Of(ProgrammedLayer layer, RegisterLayout map) => new(
        layer.Name,
        [.. layer.Units.Select(unit => NvdlaRegisters.Offset(map, unit, "S_POINTER"))],
        [.. layer.Writes.Select(write => (NvdlaRegisters.Offset(map, write.Unit, write.Register), write.Value))],
        [.. layer.Units.Select(unit => NvdlaRegisters.Offset(map, unit, "D_OP_ENABLE"))],
        // The last unit of the pipeline, which is the first of the list, is the one whose interrupt ends the layer.
        InterruptBits.Of(layer.Units[0], 0),
        InterruptBits.Of(layer.Units[0], 1));
}
