using System.Text.Json;

namespace Memti.EndToEnd.Tests;

/// <summary>Solved arrays that are kept between runs of the executable.</summary>
public sealed class CacheCommandTests : IDisposable
{
    private static readonly string[] Compare = [
        "array", "compare", "--cell", "sram", "--cell", "pcm", "--cells", "65536", "--format", "json"
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_with_a_cold_a_warm_and_no_cache_prints_the_same_bytes()
    {
        string[] run = ["run", "samples/scenarios/memti-paper.memti.yaml", "--format", "json", "--set", "workload.duration_s=10"];
        string none = Memti.RunWith("off", run).Output;
        none.ShouldStartWith("{\n");
        Memti.RunWith(_folder.Root, run).Output.ShouldBe(none);
        Entries().ShouldBeGreaterThan(3);
        Memti.RunWith(_folder.Root, run).Output.ShouldBe(none);
    }

    [Fact]
    public void Processes_side_by_side_share_one_folder()
    {
        string none = Memti.RunWith("off", Compare).Output;
        Memti[] runs = new Memti[4];
        Parallel.For(0, runs.Length, run => runs[run] = Memti.RunWith(_folder.Root, Compare));
        runs.ShouldAllBe(run => run.Output == none && run.Errors.Length == 0);
        Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories).ShouldAllBe(static file => file.EndsWith(".bank"));
        Entries().ShouldBe(2);
    }

    [Fact]
    public void Damaged_entries_change_nothing_and_are_written_again()
    {
        string output = Memti.RunWith(_folder.Root, Compare).Output;
        foreach (string file in Directory.EnumerateFiles(_folder.Path("arrays")))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..100]);
        Memti.RunWith(_folder.Root, Compare).Output.ShouldBe(output);
        Directory.EnumerateFiles(_folder.Path("arrays")).ShouldAllBe(static file => new FileInfo(file).Length > 100);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_one_message_and_no_result()
    {
        string taken = _folder.Write("taken", "a file where the folder should be");
        Memti run = Memti.RunWith(taken, Compare);
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe(Memti.RunWith("off", Compare).Output);
        run.Errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("message MEMTI1010: ");
    }

    [Fact]
    public void No_cache_neither_reads_nor_keeps()
    {
        Memti.RunWith(_folder.Root, [.. Compare, "--no-cache"]).ExitCode.ShouldBe(0);
        Directory.Exists(_folder.Path("arrays")).ShouldBeFalse();
    }

    [Fact]
    public void Show_says_place_entries_bytes_and_limit_and_clear_takes_all_away()
    {
        Memti.RunWith(_folder.Root, Compare);
        JsonElement shown = Show();
        shown.GetProperty("place").GetString().ShouldBe(_folder.Path("arrays"));
        shown.GetProperty("entries").GetInt32().ShouldBe(2);
        shown.GetProperty("bytes")
            .GetInt64()
            .ShouldBe(Directory.EnumerateFiles(_folder.Path("arrays")).Sum(static file => new FileInfo(file).Length));
        shown.GetProperty("limit").GetInt64().ShouldBe(256L << 20);
        Memti.RunWith(_folder.Root, "cache", "clear").Output.ShouldContain("2 entries");
        Show().GetProperty("entries").GetInt32().ShouldBe(0);
    }

    [Fact]
    public void With_the_cache_off_there_is_no_place() => Memti.RunWith("off", "cache", "show").Output.ShouldStartWith("place    off\n");

    private int Entries() => Show().GetProperty("entries").GetInt32();

    private JsonElement Show() => JsonDocument.Parse(Memti.RunWith(_folder.Root, "cache", "show", "--format", "json").Output).RootElement;
}
