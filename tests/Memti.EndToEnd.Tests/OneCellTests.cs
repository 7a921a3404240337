using System.Globalization;
using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Plugins.Registry;

namespace Memti.EndToEnd.Tests;

/// <summary>A cell has one set of numbers: by a plugin's class, as data, in a run and on the command line.</summary>
public sealed class OneCellTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-one-cell-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("memti", "shared", 3)]
    [InlineData("memti", "shared", 1)]
    [InlineData("all-rram", "weights", 2)]
    public void The_same_cell_as_data_and_by_a_class_is_the_same_memory(string design, string memory, int bits)
    {
        string offer = Offer("rram-1t1r-20f2", "rram-data", "plugins/rram/rram-1t1r-20f2.memcell.yaml");
        string key = $"designs.{design}.memories.{memory}";

        JsonElement byClass = Run(design, $"{key}.bits_per_cell={bits}", $"{key}.cell={offer}");
        // another kind begins without the keys of the former one
        JsonElement asData = Run(design, $"{key}.kind=rram-data", $"{key}.bits_per_cell={bits}");

        foreach (string figure in (string[])["max_fps", "power_mw", "weight_memory_area_mm2", "energy_per_frame_mj", "lifetime_years"])
            Text(asData, figure).ShouldBe(Text(byClass, figure), figure);
    }

    [Theory]
    [InlineData("rram", 1)]
    [InlineData("rram", 3)]
    [InlineData("pcm", 1)]
    [InlineData("ctt", 2)]
    [InlineData("sram", 1)]
    public void A_memory_of_a_scenario_is_the_array_that_the_command_solves(string kind, int bits)
    {
        const long Bytes = 3_000_000;
        Registration<IMemoryModel> registration = Pipeline.Plugins.Memories[kind];
        object options = Activator.CreateInstance(registration.OptionsType)!;
        if (options is CellMemoryOptions cells)
            (cells.BitsPerCell, cells.Packing) = (bits, Packing.Dense);
        MemoryFigures memory = registration.Create(options).Size(new MemoryRequest([new ContentBlock(Bytes, 8)], Pipeline.Plugins.Arrays));

        Memti solved = Memti.Run(
            "array",
            "solve",
            "--cell",
            kind,
            "--bits-per-cell",
            bits.ToString(CultureInfo.InvariantCulture),
            "--data-bytes",
            Bytes.ToString(CultureInfo.InvariantCulture),
            "--target", "read_latency", "--format", "json");
        solved.ExitCode.ShouldBe(0, solved.Errors);
        JsonElement array = JsonDocument.Parse(solved.Output).RootElement.GetProperty("arrays")[0];
        memory.Area.SquareMillimetres.ShouldBe(Number(array, "area_mm2"), 1e-9);
        memory.OnPower.Milliwatts.ShouldBe(Number(array, "leakage_mw"), 1e-9);
        double wordBits = Number(array, "word_bits") * bits;
        memory.ReadPerBit.Picojoules.ShouldBe(Number(array, "read_energy_pj") / wordBits, 1e-9);
        if (kind is not "sram")
            (wordBits / 8 / memory.Write.BytesPerSecond * 1e9).ShouldBe(
                Number(array, "write_latency_ns"), Number(array, "write_latency_ns") * 1e-3);
    }

    [Theory]
    [InlineData("solve")]
    [InlineData("compare")]
    public void More_bits_than_a_cell_has_levels_for_are_refused_by_every_command(string command)
    {
        Memti refused = Memti.Run("array", command, "--cell", "rram-1t1r-20f2", "--bits-per-cell", "4", "--data-bytes", "1000000");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("MEMTI2004: 'bits_per_cell' is 4, and cell 'rram-1t1r-20f2' stores fewer bits; permitted: 1 to 3.");
    }

    [Theory]
    [InlineData("--profile", "nvsim-2012", "nvsim_2012")]
    [InlineData("--target", "ReadLatency", "read_latency")]
    [InlineData("--roadmap", "LSTP", "lstp")]
    public void A_former_spelling_is_taken_with_a_notice(string option, string former, string now)
    {
        string[] command = ["array", "solve", "--cell", "stt-mram", "--data-bytes", "4096"];
        Memti old = Memti.Run([.. command, option, former]);
        Memti today = Memti.Run([.. command, option, now]);

        (old.ExitCode, today.ExitCode, today.Errors).ShouldBe((0, 0, ""));
        old.Errors.ShouldContain(
            $"message {DiagnosticCode.FormerSpelling}: {option}: '{former}' is a former spelling, and is taken; write `{now}`.");
        old.Output.ShouldBe(today.Output);
    }

    private JsonElement Run(string design, params string[] sets)
    {
        string[] arguments = [
            "run", Built.PaperScenario, "--design", design, "--format", "json", "--plugin-path", _folder.FullName,
            .. sets.SelectMany(static set => (string[])["--set", set])
        ];
        Memti run = Memti.Run(arguments);
        run.ExitCode.ShouldBe(0, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement
            .GetProperty("designs")
            .EnumerateArray()
            .Single(element => element.GetProperty("name").GetString() == design);
    }

    /// <summary>A cell file that offers a kind of its own; gives its name.</summary>
    private string Offer(string cell, string kind, string file)
    {
        string text = File.ReadAllText(Path.Combine(Built.Root, file))
            .Replace($"name: {cell}", $"name: {kind}\noffers: {kind}", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.FullName, $"{kind}.memcell.yaml"), text);
        return kind;
    }

    private static string Text(JsonElement design, string figure) => design.GetProperty(figure).ToString();

    private static double Number(JsonElement array, string column) => array.GetProperty(column).GetDouble();
}
