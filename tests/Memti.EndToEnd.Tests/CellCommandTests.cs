using System.Text.Json;

namespace Memti.EndToEnd.Tests;

public sealed class CellCommandTests : IDisposable
{
    private const string Sample = """
        -MemCellType: MRAM
        -CellArea (F^2): 54
        -CellAspectRatio: 0.54
        -ResistanceOn (ohm): 3000
        -ResistanceOff (ohm): 6000
        -ReadMode: current
        -ReadVoltage (V): 0.25
        -SetMode: current
        -SetCurrent (uA): 80
        -SetPulse (ns): 10
        -ResetMode: current
        -ResetCurrent (uA): 80
        -ResetPulse (ns): 10
        -AccessType: CMOS
        -AccessCMOSWidth (F): 8
        -ReadFloating: false
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-cells-");

    [Fact]
    public void Every_shipped_cell_is_listed_by_the_built_executable()
    {
        Memti list = Memti.Run("cells", "list", "--format", "json");

        list.ExitCode.ShouldBe(0, list.Errors);
        list.Errors.ShouldBeEmpty();
        JsonElement[] cells = [.. JsonDocument.Parse(list.Output).RootElement.GetProperty("cells").EnumerateArray()];
        IEnumerable<string> files =
            ((string[])["plugins", "samples/cells"])
                .SelectMany(
                    static folder =>
                        Directory.EnumerateFiles(Path.Combine(Built.Root, folder), "*.memcell.yaml", SearchOption.AllDirectories));
        cells.Select(static cell => FileNameOf(cell.GetProperty("name").GetString()!) + ".memcell.yaml").ShouldBe(
            files.Select(static file => Path.GetFileName(file)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("table", "rram-1t1r-53f2")]
    [InlineData("csv", "RRAMsample,rram,,4,none,1,-,,,published,")]
    public void The_list_has_a_form_for_eyes_and_for_programs(string format, string text) =>
        Memti.Run("cells", "list", "--format", format).Output.ShouldContain(text);

    [Theory]
    [InlineData("RRAMsample", "set.pulse_ns [ns]: 10")]
    [InlineData("rram", "published; survey of 32 RRAM publications")]
    [InlineData("samples/hello-cell/hello-cbram-30f2.memcell.yaml", "Author et al. 2020, Table II")]
    public void Describe_prints_each_number_with_unit_status_and_source(string cell, string text)
    {
        Memti describe = Memti.Run("cells", "describe", cell);

        describe.ExitCode.ShouldBe(0, describe.Errors);
        describe.Output.ShouldContain(text);
    }

    [Fact]
    public void Describe_refuses_an_unknown_cell_with_the_nearest()
    {
        Memti describe = Memti.Run("cells", "describe", "RRAMsampel");

        describe.ExitCode.ShouldBe(1);
        describe.Errors.ShouldContain("error MEMTI5004: ");
        describe.Errors.ShouldContain("did you mean `RRAMsample`?");
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("cells", "describe")]
    public void All_that_is_wrong_with_a_file_is_said(params string[] command)
    {
        string file = Write(
            "bad.memcell.yaml", File.ReadAllText(Path.Combine(Built.Root, "samples", "hello-cell", "hello-cbram-30f2.memcell.yaml"))
            .Replace("pulse_ns: 50", "pulse_ns: 0", StringComparison.Ordinal)
            .Replace("off_ohm: 2e6", "off_ohm: 2e3", StringComparison.Ordinal));

        Memti refused = Memti.Run([.. command, file]);

        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldBeEmpty();
        refused.Errors.ShouldContain("bad.memcell.yaml(11,37): error MEMTI2503: ");
        refused.Errors.ShouldContain("error MEMTI2004: 'set.pulse_ns' is 0");
    }

    [Fact]
    public void Validate_takes_a_cell_beside_a_scenario()
    {
        Memti validate = Memti.Run("validate", Built.PaperScenario, "samples/hello-cell/hello-cbram-30f2.memcell.yaml");

        validate.ExitCode.ShouldBe(0, validate.Errors);
        validate.Output.ShouldContain("valid; rram cell hello-cbram-30f2, 14 numbers");
    }

    [Fact]
    public void A_folder_of_data_alone_is_a_plugin_path()
    {
        Memti list = Memti.Run("cells", "list", "--plugin-path", "samples/hello-cell");
        Memti plugins = Memti.Run("plugins", "list", "--plugin-path", "samples/hello-cell");

        list.Output.ShouldContain("hello-cbram-30f2");
        (plugins.ExitCode, plugins.Errors).ShouldBe((0, ""));
    }

    [Fact]
    public void A_cell_is_imported_listed_and_not_overwritten_unless_asked()
    {
        string source = Write("sample.cell", Sample);
        string output = Path.Combine(_folder.FullName, "mine", "mine.memcell.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);

        Memti import = Memti.Run("import-cell", source, "--name", "mine", "--status", "measured", "--output", output);
        import.ExitCode.ShouldBe(0, import.Errors);
        import.Errors.ShouldContain("sample.cell(16,1): warning MEMTI2508: ");
        Directory.GetFiles(Path.GetDirectoryName(output)!).ShouldBe([output]);
        Memti.Run("cells", "list", "--plugin-path", Path.GetDirectoryName(output)!).Output.ShouldContain("mine");

        Memti again = Memti.Run("import-cell", source, "--output", output);
        (again.ExitCode, again.Errors.Contains("error MEMTI1003", StringComparison.Ordinal)).ShouldBe((1, true));
        Memti.Run("import-cell", source, "--output", output, "--force").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_bad_line_is_refused_with_its_place_and_nothing_is_written()
    {
        string output = Path.Combine(_folder.FullName, "out.memcell.yaml");
        Memti import = Memti.Run(
            "import-cell", Write("bad.cell", Sample.Replace("(F^2)", "(um^2)", StringComparison.Ordinal)), "--output", output);

        import.ExitCode.ShouldBe(1);
        import.Errors.ShouldContain("bad.cell(2,1): error MEMTI2507: ");
        File.Exists(output).ShouldBeFalse();
    }

    [Fact]
    public void The_schema_of_cells_is_printed() =>
        JsonDocument.Parse(Memti.Run("schema", "--cell").Output).RootElement.GetProperty("title").GetString().ShouldBe("Memti memory cell");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A file is named like its cell; where that is named in words, in lower case with hyphens between them.</summary>
    private static string FileNameOf(string cell) =>
        cell.Contains(' ', StringComparison.Ordinal) ? cell.ToLowerInvariant().Replace(' ', '-') : cell;

    private string Write(string name, string text)
    {
        string file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
