using System.Text.Json.Nodes;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary><c>memti nvdla program</c>: what a driver writes for a network, register by register.</summary>
internal static class ProgramStudy
{
    public const string Summary =
        "List the registers that a driver writes for a network, layer by layer, with byte offsets in the device's window.\n"
        + "Each layer goes into the group that PRODUCER points to; its units are enabled afterwards, in the order listed.\n"
        + "A layer in groups of channels is one hardware layer for each group, named layer/1, layer/2 and so on.\n"
        + "Examples:\n"
        + "  memti nvdla program resnet26-adapters --format csv\n"
        + "  memti nvdla program resnet50 --map small --format json";

    private static readonly string[] Columns = ["row", "layer", "unit", "register", "offset", "value"];

    public static StudyResult Run(ProgramOptions options, Network network)
    {
        NvdlaLimits.CheckMacs(options.Macs);
        var engine = new NvdlaOptions { Macs = options.Macs, Buffer = DataSize.FromKibibytes(options.CbufKb) };
        var programmer = new LayerProgrammer(engine, options.Map, new NetworkAddresses
        {
            Input = (ulong)options.InputAddress,
            Activations = (ulong)options.ActivationAddress,
            SharedWeights = (ulong)options.SharedWeightAddress,
            TaskWeights = (ulong)options.TaskWeightAddress,
        });
        (int Row, ProgrammedLayer Layer)[] layers =
        [
            .. network.Layers.SelectMany(
                (layer, index) => programmer.ProgramGroups(layer, index == 0).Select(hardware => (index + 1, hardware))),
        ];
        return new StudyResult(
            [new StudyTable("Register writes", Columns, [.. layers.SelectMany(layer => Rows(layer.Layer, layer.Row, options.Map))])],
            Document(network, [.. layers.Select(static layer => layer.Layer)], options.Map));
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(ProgrammedLayer layer, long row, RegisterLayout map) =>
    [
        .. layer.Writes
            .Select(
                write =>
                    (object?[])[
                        row,
                        layer.Name,
                        write.Unit,
                        write.Register,
                        Offset(map, write.Unit, write.Register),
                        Hex(write.Value)
                    ]),
        .. layer.Units.Select(unit => (object?[])[row, layer.Name, unit, "D_OP_ENABLE", Offset(map, unit, "D_OP_ENABLE"), Hex(1)]),
    ];

    private static JsonObject Document(Network network, ProgrammedLayer[] layers, RegisterLayout map) => new()
    {
        ["memti_nvdla_program"] = 1,
        ["name"] = network.Name,
        ["map"] = map == RegisterLayout.Full ? "full" : "small",
        ["layers"] = new JsonArray([.. layers.Select(layer => (JsonNode)new JsonObject
        {
            ["layer"] = layer.Name,
            ["writes"] = new JsonArray([.. layer.Writes.Select(write => (JsonNode)new JsonObject
            {
                ["unit"] = write.Unit,
                ["register"] = write.Register,
                ["offset"] = Offset(map, write.Unit, write.Register),
                ["value"] = Hex(write.Value),
            })]),
            ["enable"] = new JsonArray([.. layer.Units.Select(static unit => (JsonNode)unit)]),
        })]),
    };

    private static string Offset(RegisterLayout map, string unit, string register) => Hex(NvdlaRegisters.Offset(map, unit, register));

    private static string Hex(uint value) => FormattableString.Invariant($"0x{value:X8}");
}
