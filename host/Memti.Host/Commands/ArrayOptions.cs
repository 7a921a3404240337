using System.CommandLine;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Circuits;
using Memti.Host.Rendering;
using Memti.Runs.Arrays;

namespace Memti.Host.Commands;

/// <summary>Options that both array commands take, and the question that they form.</summary>
/// <typeparam name="TKeys">The options class.</typeparam>
internal sealed class ArrayOptions<TKeys>
    where TKeys : ArrayKeys
{
    private const string BchPrefix = "bch-";
    private const int MostBchBits = 16;

    private static readonly string[] Sizes = ["capacity_bytes", "data_bytes", "cells"];

    private readonly SchemaOptions _keys = new(typeof(TKeys), refusesAtOnce: true);

    public ArrayOptions()
    {
        Option<string?> correction = _keys["ecc"];
        correction.Validators.Add(result =>
        {
            if (result.GetValue(correction) is { } code && CorrectedBits(code) is null)
                result.AddError($"--ecc '{code}' is no code; permitted: none, secded, bch-2 to bch-{MostBchBits}.");
        });
    }

    public Option<string> Format { get; } = FormatOption.TableJsonCsv();

    /// <summary>The option of a key.</summary>
    public Option<string?> this[string key] => _keys[key];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _keys.AddTo(command);
        command.Options.Add(Format);
        command.Validators.Add(result =>
        {
            if (Sizes.Count(size => result.GetResult(_keys[size]) is not null) != 1)
                result.AddError("say how large the memory is with one of --capacity-bytes, --data-bytes and --cells.");
        });
    }

    /// <summary>What the command line says; words in a former spelling are told.</summary>
    public TKeys Read(ParseResult parsed)
    {
        var keys = (TKeys)_keys.Bind(parsed, out IReadOnlyList<Diagnostic> notices);
        DiagnosticPrinter.Print(
            Console.Error,
            notices.Select(notice => WordOption.Notice(_keys[notice.Key!].Name, notice.Value!, notice.Permitted!)));
        return keys;
    }

    /// <summary>The question about a cell that the options form.</summary>
    public static ArrayQuestion Question(ArrayKeys keys, string cell, int bitsPerCell) => new(cell, CellsOf(keys, bitsPerCell))
    {
        BitsPerCell = bitsPerCell,
        WordCells = keys.WordBits,
        Profile = keys.Profile,
        Sensing = keys.Sensing,
        NodeNanometres = keys.NodeNm,
        Roadmap = keys.Roadmap,
        TemperatureKelvin = keys.TemperatureK,
        Driver = StyleOf(keys.Driver),
        Routing = keys.Routing,
        Banks = keys.Banks,
        BankCells = keys.BankCells,
        CorrectedBits = CorrectedBits(keys.Ecc)!.Value,
        SenseOffset = keys.SenseOffset,
    };

    private static DriverStyle? StyleOf(DriverChoice choice) => choice switch
    {
        DriverChoice.Latency => DriverStyle.Latency,
        DriverChoice.Balanced => DriverStyle.Balanced,
        DriverChoice.Area => DriverStyle.Area,
        _ => null,
    };

    private static long CellsOf(ArrayKeys keys, int bitsPerCell) => keys.DataBytes is { } data
        ? (((data * 8) - 1) / Math.Max(bitsPerCell, 1)) + 1
        : keys.Cells ?? (keys.CapacityBytes!.Value * 8);

    /// <summary>Number of wrong bits that a code corrects; null for an unknown code.</summary>
    private static int? CorrectedBits(string code) => code switch
    {
        "none" => 0,
        "secded" => 1,
        _ when code.StartsWith(BchPrefix, StringComparison.Ordinal)
            && int.TryParse(code.AsSpan(BchPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int bits)
            && bits is >= 2 and <= MostBchBits => bits,
        _ => null,
    };
}
