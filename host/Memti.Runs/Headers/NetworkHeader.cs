using System.Globalization;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;

namespace Memti.Runs.Headers;

/// <summary>
/// The header <c>memti_network.h</c>: the register writes of each task's inference, layer by layer. Layers and tables that are equal are
/// there once.
/// </summary>
internal sealed class NetworkHeader
{
    public const string File = "memti_network.h";

    private readonly HeaderText _text;
    private readonly Dictionary<string, string> _tables = new(StringComparer.Ordinal);

    private NetworkHeader(string origin) => _text = new HeaderText("MEMTI_NETWORK_H", origin);

    /// <summary>The header of a design.</summary>
    /// <param name="programs">The program of each task for slot 0, and for slot 1 where there is more than one slot, else null.</param>
    /// <param name="slotStride">Bytes from one slot to the next; 0 where there is one.</param>
    /// <param name="origin">What it was made from.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.ProgramDoesNotMove"/>.</exception>
    public static HeaderFile Of(
        IReadOnlyList<(IReadOnlyList<LayerProgram> First, IReadOnlyList<LayerProgram>? Second)> programs, ulong slotStride, string origin)
    {
        var header = new NetworkHeader(origin);
        header.Types();
        string[] layers = [.. programs.Select(program => header.Network(program.First, program.Second, slotStride))];
        header.Networks(layers, [.. programs.Select(static program => program.First.Count)]);
        return new HeaderFile(File, header._text.ToString());
    }

    private void Types()
    {
        foreach (string line in Declarations)
            _text.Line(line);
    }

    private static readonly string[] Declarations =
    [
        "#include <stdint.h>",
        "#include \"memti_machine.h\"",
        "",
        "/* A write of a register of the accelerator: offset in its window, and value. */",
        "struct memti_write { uint32_t offset, value; };",
        "",
        "/* One layer. `select` chooses the register group of each unit (0 or 1), `enable` starts the units, each with the value 1. The",
        "   layer is done when bits of `done` for its group are set in the interrupt status. The writes at `slot_writes` are addresses in",
        "   slot 0 of the working memory: for another slot add memti_slot_address[slot] - memti_slot_address[0]. */",
        "struct memti_layer {",
        "    const struct memti_write *writes;",
        "    const uint32_t *select, *enable;",
        "    const uint16_t *slot_writes;",
        "    uint16_t count, slot_count;",
        "    uint8_t selects, enables;",
        "    uint32_t done[2];",
        "};",
    ];

    private string Network(IReadOnlyList<LayerProgram> first, IReadOnlyList<LayerProgram>? second, ulong slotStride)
    {
        string[] layers = [.. first.Select((layer, index) => Layer(layer, second?[index], slotStride))];
        return Shared("struct memti_layer", "memti_layers_", layers, perLine: 1);
    }

    private string Layer(LayerProgram layer, LayerProgram? moved, ulong slotStride)
    {
        string writes = Shared("struct memti_write", "memti_writes_", layer.Writes.Select(Write));
        string select = Shared("uint32_t", "memti_offsets_", layer.Select.Select(Number));
        string enable = Shared("uint32_t", "memti_offsets_", layer.Enable.Select(Number));
        int[] slots = moved is null ? [] : [.. SlotWrites(layer, moved, slotStride)];
        string slotWrites = slots.Length == 0 ? "0" : Shared("uint16_t", "memti_places_", slots.Select(static place => Decimal(place)));
        return $"{{{writes}, {select}, {enable}, {slotWrites}, {Decimal(layer.Writes.Count)}, {Decimal(slots.Length)}, "
            + $"{Decimal(layer.Select.Count)}, {Decimal(layer.Enable.Count)}, {{{Number(layer.DoneGroup0)}, {Number(layer.DoneGroup1)}}}}}";
    }

    /// <summary>The writes that move with the slot: by as much as the slot, or the program cannot be moved.</summary>
    private static IEnumerable<int> SlotWrites(LayerProgram layer, LayerProgram moved, ulong slotStride)
    {
        for (int write = 0; write < layer.Writes.Count; write++)
        {
            (uint offset, uint value) = layer.Writes[write];
            if (layer.Writes[write] == moved.Writes[write])
                continue;
            if (moved.Writes[write] != (offset, value + (uint)slotStride))
                throw new MemtiException(
                    RunCodes.ProgramDoesNotMove,
                    $"layer '{layer.Name}' writes other values for another slot than addresses in it, so that firmware cannot move it.");
            yield return write;
        }
    }

    private void Networks(string[] networks, int[] layers)
    {
        _text.Title("The layers of each task, and how many they are");
        _text.Line($"static const struct memti_layer *const memti_network[] __attribute__((unused)) = {{{string.Join(", ", networks)}}};");
        _text.Table("uint16_t", "memti_layers", layers.Select(static count => Decimal(count)));
    }

    /// <summary>A table by its contents: the name of one that is there already, or of a new one.</summary>
    private string Shared(string type, string prefix, IEnumerable<string> items, int perLine = 8)
    {
        string[] values = [.. items];
        string content = $"{type} {string.Join(' ', values)}";
        if (_tables.TryGetValue(content, out string? name))
            return name;
        name = prefix + Decimal(_tables.Count);
        _tables.Add(content, name);
        _text.Line("");
        _text.Table(type, name, values, perLine);
        return name;
    }

    private static string Write((uint Offset, uint Value) write) => $"{{{Number(write.Offset)}, {Number(write.Value)}}}";

    private static string Number(uint value) => HeaderText.Hex(value);

    private static string Decimal(int value) => value.ToString(CultureInfo.InvariantCulture);
}
