using System.CommandLine;
using System.Globalization;
using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Profiles;
using Memti.Runs.Arrays;

namespace Memti.Host.Commands;

/// <summary>Options that both array commands take, and the question that they form.</summary>
internal sealed class ArrayOptions
{
    private const long MostCells = 1L << 40;

    private static readonly Dictionary<string, DriverStyle?> Drivers = new()
    {
        ["latency"] = DriverStyle.Latency,
        ["balanced"] = DriverStyle.Balanced,
        ["area"] = DriverStyle.Area,
        ["any"] = null,
    };

    private static readonly Dictionary<string, Routing> Routings = new()
    {
        ["h-tree"] = Memti.Arrays.Banks.Routing.HTree,
        ["bus"] = Memti.Arrays.Banks.Routing.Bus,
        ["shared-sense"] = Memti.Arrays.Banks.Routing.SharedSense,
    };

    private const string BchPrefix = "bch-";
    private const int MostBchBits = 16;

    public ArrayOptions()
    {
        Driver.AcceptOnlyFromAmong([.. Drivers.Keys]);
        Routing.AcceptOnlyFromAmong([.. Routings.Keys]);
        Sensing.AcceptOnlyFromAmong("parallel", "sequential");
        Format.AcceptOnlyFromAmong("table", "json", "csv");
        InRange(CapacityBytes, 1, MostCells / 8, "bytes");
        InRange(DataBytes, 1, MostCells / 8, "bytes");
        InRange(Cells, 1, MostCells, "cells");
        Within(BankCells, 2, MostCells, "cells");
        Profile.Description = "Rules: NVSim as published, its multi-level fork, or both corrected.";
        Roadmap.Description = "Transistors: high performance, low operating power, low standby power.";
        Banks.Description = "How a capacity that is no power of two is composed: falling powers of two, or equal banks, a power of two of them. Default: equal for SRAM, binary for other cells.";
        Within(BitsPerCell, 1, 4, "bit");
        Within(WordBits, 1, 4096, "cells");
        Within(Node, 22, 90, "nm");
        Within(Temperature, 300, 400, "K");
        Within(SenseOffset, 0, 1, "of the read scale");
        Correction.Validators.Add(result =>
        {
            if (CorrectedBits(result.GetValue(Correction)) is null)
                result.AddError($"--ecc '{result.GetValue(Correction)}' is no code; permitted: none, secded, bch-2 to bch-{MostBchBits}.");
        });
    }

    public Option<int> BitsPerCell { get; } = new("--bits-per-cell", "-b") { Description = "Bits stored in one cell, 1 to 4.", HelpName = "N", DefaultValueFactory = static _ => 1 };

    public Option<long?> CapacityBytes { get; } = new("--capacity-bytes") { Description = "Capacity as NVSim counts it: eight cells to the byte, whatever a cell stores.", HelpName = "N" };

    public Option<long?> DataBytes { get; } = new("--data-bytes") { Description = "Data to hold; with several bits in a cell it takes fewer cells.", HelpName = "N" };

    public Option<long?> Cells { get; } = new("--cells") { Description = "Cells to hold.", HelpName = "N" };

    public Option<int> WordBits { get; } = new("--word-bits", "-w") { Description = "Cells of one access (NVSim's word width).", HelpName = "N", DefaultValueFactory = static _ => ArrayDefaults.WordCells };

    public Option<ArrayProfile> Profile { get; } = WordOption.One("--profile", ArrayDefaults.Profile);

    public Option<int> Node { get; } = new("--node-nm") { Description = "Process node, 22 to 90 nm.", HelpName = "NM", DefaultValueFactory = static _ => ArrayDefaults.NodeNanometres };

    public Option<DeviceRoadmap> Roadmap { get; } = WordOption.One("--roadmap", ArrayDefaults.Roadmap);

    public Option<double> Temperature { get; } = new("--temperature-k") { Description = "Junction temperature, 300 to 400 K.", HelpName = "K", DefaultValueFactory = static _ => ArrayDefaults.TemperatureKelvin };

    public Option<string> Driver { get; } = new("--driver") { Description = "What word line drivers are sized for (NVSim's buffer design).", DefaultValueFactory = static _ => "latency" };

    public Option<string> Routing { get; } = new("--routing") { Description = "How a bank reaches its mats; shared-sense is SRAM on a bus with amplifiers at its end.", DefaultValueFactory = static _ => "h-tree" };

    public Option<string> Sensing { get; } = new("--sensing") { Description = "Multi-level sensing of profile memti: 2^b - 1 comparators, or one in b steps.", DefaultValueFactory = static _ => "parallel" };

    public Option<BankRule?> Banks { get; } = WordOption.Maybe<BankRule>("--banks");

    public Option<long> BankCells { get; } = new("--bank-cells")
    {
        Description = "Cells that one bank may hold, the default of memories in scenarios; NVSim's own runs have no limit.",
        HelpName = "N",
        DefaultValueFactory = static _ => ArrayDefaults.BankCells,
    };

    public Option<string> Correction { get; } = new("--ecc") { Description = "Code over each word, bch-T corrects T bits (2 to 16): check cells, energy and delay are counted.", HelpName = "none|secded|bch-T", DefaultValueFactory = static _ => "none" };

    public Option<double> SenseOffset { get; } = new("--sense-offset") { Description = "Offset of the sense amplifiers, standard deviation on the read scale of the levels (0 to 1).", HelpName = "SIGMA" };

    public Option<string> Format { get; } = new("--format", "-f")
    {
        Description = "table is for eyes; json (versioned) and csv are for programs.",
        DefaultValueFactory = static _ => "table",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[CapacityBytes, DataBytes, Cells, WordBits, Profile, Node, Roadmap, Temperature, Driver, Routing, Sensing, Banks, BankCells, Correction, SenseOffset, Format])
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (((Option[])[CapacityBytes, DataBytes, Cells]).Count(option => result.GetResult(option) is not null) != 1)
                result.AddError("say how large the memory is with one of --capacity-bytes, --data-bytes and --cells.");
        });
    }

    /// <summary>The question about a cell that the options form.</summary>
    public ArrayQuestion Question(ParseResult parsed, string cell, int bitsPerCell)
    {
        return new ArrayQuestion(cell, CellsOf(parsed, bitsPerCell))
        {
            BitsPerCell = bitsPerCell,
            WordCells = parsed.GetValue(WordBits),
            Profile = parsed.GetValue(Profile),
            Sensing = Enum.Parse<SensingScheme>(parsed.GetRequiredValue(Sensing), ignoreCase: true),
            NodeNanometres = parsed.GetValue(Node),
            Roadmap = parsed.GetValue(Roadmap),
            TemperatureKelvin = parsed.GetValue(Temperature),
            Driver = Drivers[parsed.GetRequiredValue(Driver)],
            Routing = Routings[parsed.GetRequiredValue(Routing)],
            Banks = parsed.GetValue(Banks),
            BankCells = parsed.GetValue(BankCells),
            CorrectedBits = CorrectedBits(parsed.GetRequiredValue(Correction))!.Value,
            SenseOffset = parsed.GetValue(SenseOffset),
        };
    }

    private long CellsOf(ParseResult parsed, int bitsPerCell)
    {
        if (parsed.GetValue(DataBytes) is { } data)
            // Rounded up to whole cells.
            return ((data * 8) - 1) / Math.Max(bitsPerCell, 1) + 1;
        // NVSim counts one bit per cell, so its byte is eight cells whatever they store.
        return parsed.GetValue(Cells) ?? parsed.GetValue(CapacityBytes)!.Value * 8;
    }

    /// <summary>Number of wrong bits that a code corrects; null for an unknown code.</summary>
    private static int? CorrectedBits(string? code) => code switch
    {
        "none" => 0,
        "secded" => 1,
        not null when code.StartsWith(BchPrefix, StringComparison.Ordinal)
            && int.TryParse(code.AsSpan(BchPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int bits)
            && bits is >= 2 and <= MostBchBits => bits,
        _ => null,
    };

    private static void Within<T>(Option<T> option, T least, T most, string unit)
        where T : struct, IComparable<T> => option.Validators.Add(result =>
    {
        if (result.GetValue(option) is var value && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} {value} is out of range; permitted: {least} to {most} {unit}."));
    });

    private static void InRange(Option<long?> option, long least, long most, string unit) => option.Validators.Add(result =>
    {
        if (result.GetValue(option) is { } value && (value < least || value > most))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} {value} is out of range; permitted: {least} to {most} {unit}."));
    });
}
