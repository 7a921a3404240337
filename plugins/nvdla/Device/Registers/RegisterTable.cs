using System.Globalization;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>All units and registers, as nvdla-registers.txt lists them.</summary>
internal sealed class RegisterTable
{
    private static readonly Lazy<RegisterTable> Shared = new(static () => new RegisterTable());

    private readonly Dictionary<string, UnitDescription> _units = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<DeviceRegister>> _full;
    private readonly Lazy<IReadOnlyList<DeviceRegister>> _small;

    private RegisterTable()
    {
        using var reader = new StreamReader(typeof(RegisterTable).Assembly.GetManifestResourceStream("nvdla-registers.txt")!);
        string[]? head = null;
        List<RegisterDescription> registers = [];
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
                continue;
            if (words[0] != "unit")
            {
                registers.Add(Register(head![1], words));
                continue;
            }

            AddUnit(head, registers);
            (head, registers) = (words, []);
        }

        AddUnit(head, registers);
        _full = new(() => [.. Describe(RegisterLayout.Full)]);
        _small = new(() => [.. Describe(RegisterLayout.Small)]);
    }

    internal static RegisterTable Instance => Shared.Value;

    /// <summary>In the order of the file.</summary>
    internal IEnumerable<UnitDescription> Units => _units.Values;

    /// <exception cref="MemtiException"><see cref="NvdlaCodes.UnknownRegister"/>.</exception>
    internal UnitDescription Unit(string name) => _units.TryGetValue(name, out UnitDescription? unit)
        ? unit
        : throw RegisterErrors.Unknown(name, "unit", [.. _units.Keys]);

    /// <summary>Byte offset of a register in the window of the device.</summary>
    /// <exception cref="MemtiException"><see cref="NvdlaCodes.UnknownRegister"/>.</exception>
    internal uint Offset(RegisterLayout layout, string unit, string register)
    {
        UnitDescription description = Unit(unit);
        return description.Base(layout) is { } start
            ? start + description.Find(register).Offset
            : throw RegisterErrors.Unknown(
                unit,
                $"unit in the {layout} map named",
                [.. Units.Where(known => known.Base(layout) is not null).Select(static known => known.Name)]);
    }

    /// <summary>All registers of a map, in the order of the file.</summary>
    internal IReadOnlyList<DeviceRegister> Described(RegisterLayout layout) => (layout == RegisterLayout.Full ? _full : _small).Value;

    private IEnumerable<DeviceRegister> Describe(RegisterLayout layout) => Units
        .Where(unit => unit.Base(layout) is not null)
        .SelectMany(unit => unit.Registers.Select(register => register.Describe(unit.Base(layout)!.Value)));

    private void AddUnit(string[]? head, List<RegisterDescription> registers)
    {
        if (head is null)
            return;
        UnitKind kind = Enum.Parse<UnitKind>(head[4], ignoreCase: true);
        _units.Add(head[1], new UnitDescription(head[1], Base(head[2]), Base(head[3]), kind, registers));
    }

    private static RegisterDescription Register(string unit, string[] words)
    {
        bool readOnly = words.Length > 2 && words[2] == "ro";
        return new RegisterDescription(unit, words[1], Number(words[0]), readOnly, [.. words.Skip(readOnly ? 3 : 2).Select(Field)]);
    }

    private static RegisterField Field(string text)
    {
        string[] parts = text.Split('=', ':');
        return new RegisterField(parts[0], Bit(parts[1]), Bit(parts[2]));
    }

    private static uint? Base(string text) => text == "-" ? null : Number(text);

    private static int Bit(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static uint Number(string text) => uint.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
