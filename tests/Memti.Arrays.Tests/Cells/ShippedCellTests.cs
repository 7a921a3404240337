using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Cells;

namespace Memti.Arrays.Tests.Cells;

public sealed class ShippedCellTests
{
    public static TheoryData<string> Files => [.. CellFiles.Shipped];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_cell_that_ships_is_sound_and_named_like_its_file(string file)
    {
        CellResult result = CellReader.ReadFile(RepositoryFiles.Of(file), file);

        result.Findings.ShouldBeEmpty();
        FileNameOf(result.File.ShouldNotBeNull().Cell.Name).ShouldBe(Path.GetFileName(file)[..^CellFile.Extension.Length]);
        result.File.Cell.Description.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_number_that_is_assumed_says_why(string file) => Read(file).Numbers
        .Where(static number => number.Status == NumberStatus.Assumed)
        .ShouldAllBe(static number => number.Source.Length > 20);

    [Fact]
    public void Every_kind_has_one_default_cell() => CellFiles.Shipped
        .Where(static file => file.StartsWith("plugins", StringComparison.Ordinal))
        .Select(static file => CellReader.ReadFile(RepositoryFiles.Of(file)).File!.Offers).OfType<string>()
        .ShouldBe(CellWords.Kinds, ignoreOrder: true);

    [Theory] // the arrays of the published designs were solved with these
    [InlineData("sram", "sram-146f2", "SRAM")]
    [InlineData("rram", "rram-1t1r-53f2", "RRAM1T1R53F2")]
    [InlineData("rram", "rram-1t1r-20f2", "MLCRRAM1T1R20F2L8")]
    [InlineData("rram", "rram-crosspoint-4f2", "RRAMsample")]
    public void A_technology_has_the_electrical_values_of_the_cell_it_was_solved_with(string plugin, string cell, string fixture) =>
        Electrical(Read($"plugins/{plugin}/{cell}.memcell.yaml")).ShouldBe(Electrical(Read($"samples/cells/nvsim/{fixture}.memcell.yaml")));

    [Theory] // NVMExplorer, mlc_rram_args.p; the mean of 3 bits is checked where faults are
    [InlineData("rram-1t1r-53f2")]
    [InlineData("rram-1t1r-20f2")]
    [InlineData("rram-crosspoint-4f2")]
    public void RRAM_has_levels_of_one_two_and_three_bits(string cell) =>
        Read($"plugins/rram/{cell}.memcell.yaml").Levels.Select(static table => table.BitsPerCell).ShouldBe([1, 2, 3]);

    [Theory]
    [InlineData("pcm/pcm-19f2")]
    [InlineData("stt-mram/stt-mram-54f2")]
    [InlineData("fefet/fefet-15f2")]
    [InlineData("ctt/ctt-8f2")]
    public void Other_technologies_have_no_published_levels_and_state_their_endurance(string cell)
    {
        Read($"plugins/{cell}.memcell.yaml").Levels.ShouldBeEmpty();
        Read($"plugins/{cell}.memcell.yaml").EnduranceCycles.ShouldNotBeNull();
    }

    [Theory] // the arrays published with NVMExplorer are of its tentpoles, which ship as technologies too
    [InlineData("rram/rram-1t1r-53f2", "rram-53f2")]
    [InlineData("stt-mram/stt-mram-75f2-pessimistic", "stt-75f2")]
    [InlineData("stt-mram/stt-mram-14f2-optimistic", "stt-14f2")]
    [InlineData("pcm/pcm-40f2-pessimistic", "pcm-40f2")]
    [InlineData("pcm/pcm-25f2-optimistic", "pcm-25f2")]
    public void A_tentpole_has_the_electrical_values_of_the_published_one(string cell, string published) =>
        (Electrical(Read($"plugins/{cell}.memcell.yaml")) with { MinimumSenseVolts = 0.08 }) // NVMExplorer does not pass its 25 mV on
            .ShouldBe(Electrical(Read($"samples/cells/nvmexplorer/nvmexplorer-{published}.memcell.yaml")));

    /// <summary>A file is named like its cell; where that is named in words, in lower case with hyphens between them.</summary>
    private static string FileNameOf(string cell) =>
        cell.Contains(' ', StringComparison.Ordinal) ? cell.ToLowerInvariant().Replace(' ', '-') : cell;

    private static MemoryCell Read(string file) => CellReader.ReadFile(RepositoryFiles.Of(file)).File.ShouldNotBeNull().Cell;

    private static MemoryCell Electrical(MemoryCell cell) => ReferenceCellTests.Bare(cell) with
    {
        MaximumBitsPerCell = 1,
        EnduranceCycles = null,
        RetentionSeconds = null,
        RetentionVolts = null,
    };
}
