using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;
using Memti.Plugins.Conformance;
using Memti.Plugins.Trials;

namespace Memti.Contract.Tests;

public sealed class ConformanceCheckTests
{
    private static readonly TimeSpan Hasty = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_sound_plugin_has_a_line_per_law_and_passes()
    {
        ConformanceReport report = Check(TimeSpan.FromSeconds(60), "hello-memory");
        report.Results.Select(static result => result.Law).ShouldBe(MemoryLaws.All.Select(static law => law.Name));
        report.Results.ShouldAllBe(static result => result.Subject == "hello-memory");
        report.Passed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Throws", DiagnosticCode.PluginThrew)]
    [InlineData("Hangs", PluginCodes.PluginTimedOut)]
    [InlineData("OtherContract", PluginCodes.PluginContract)]
    [InlineData("FormerContract", PluginCodes.PluginContract)]
    public void A_plugin_that_cannot_be_used_breaks_the_first_law_with_its_finding(string plugin, string code)
    {
        LawResult result = Check(Hasty, plugin).Results.ShouldHaveSingleItem();
        result.Law.ShouldBe("registers");
        result.Verdict.ShouldBe(LawVerdict.Fail);
        result.Detail.ShouldStartWith(code);
    }

    [Theory]
    [InlineData("not-a-number", "sound-figures", DiagnosticCode.BadMemoryFigure)]
    [InlineData("throws-in-size", "sound-figures", DiagnosticCode.PluginThrew)]
    [InlineData("hangs-in-size", "returns-in-time", PluginCodes.PluginTimedOut)]
    public void A_memory_that_breaks_in_use_breaks_laws_and_not_the_check(string kind, string law, string code)
    {
        ConformanceReport report = Check(Hasty, "BadMemories");
        report.Passed.ShouldBeFalse();
        LawResult result = report.Results.Single(result => result.Subject == kind && result.Law == law);
        result.Verdict.ShouldBe(LawVerdict.Fail);
        result.Detail.ShouldStartWith(code);
    }

    [Fact]
    public void A_memory_that_hangs_is_waited_for_once() =>
        Check(Hasty, "BadMemories").Results
            .Count(
                static result =>
                    result.Subject == "hangs-in-size" && result.Detail.EndsWith("It was not called again.", StringComparison.Ordinal))
            .ShouldBeGreaterThan(8);

    [Fact]
    public void What_the_framework_remembers_of_a_plugin_does_not_break_unloads() =>
        Check(TimeSpan.FromSeconds(60), "Remembers").Results.Single(static result => result.Law == "unloads").Verdict
            .ShouldBe(LawVerdict.Pass);

    [Fact]
    public void A_plugin_without_a_memory_passes_with_what_it_offers()
    {
        ConformanceReport report = Check(TimeSpan.FromSeconds(60), "nvdla");
        report.Results.ShouldHaveSingleItem().Detail.ShouldContain("accelerator nvdla");
        report.Passed.ShouldBeTrue();
    }

    [Fact]
    public void A_place_that_is_not_there_passes_nothing()
    {
        ConformanceReport report = Check(Hasty, "no-such-plugin");
        report.Passed.ShouldBeFalse();
        report.Results.ShouldHaveSingleItem().Detail.ShouldStartWith(PluginCodes.PluginPathMissing);
    }

    [Fact]
    public void A_place_without_a_plugin_passes_nothing()
    {
        DirectoryInfo empty = Directory.CreateTempSubdirectory("memti-conformance-");
        ConformanceReport report = Check(Hasty, empty.FullName);
        empty.Delete();
        report.Passed.ShouldBeFalse();
        report.Results.ShouldHaveSingleItem().Verdict.ShouldBe(LawVerdict.Fail);
    }

    [Fact]
    public void Only_what_lies_at_the_place_is_checked()
    {
        string place = Catalogs.Folder("sram");
        var check = new ConformanceCheck(
            () => Catalogs.Load(Hasty, place, Catalogs.Folder("dram"), Catalogs.Folder("Throws")), Catalogs.Arrays);
        check.Run(place).Results.ShouldAllBe(static result => result.Subject == "sram");
    }

    [Fact]
    public void Progress_counts_the_laws()
    {
        var seen = new List<ConformanceProgress>();
        string place = Catalogs.Folder("sram");
        var check = new ConformanceCheck(() => Catalogs.Load(Hasty, place), Catalogs.Arrays) { Progress = new Recorder(seen) };
        check.Run(place);
        seen.Select(static progress => progress.Done).ShouldBe(Enumerable.Range(0, MemoryLaws.All.Count));
        seen.ShouldAllBe(static progress => progress.Total == MemoryLaws.All.Count && progress.Kind == "sram");
    }

    [Fact]
    public void A_cancelled_check_ends()
    {
        string place = Catalogs.Folder("sram");
        var check = new ConformanceCheck(() => Catalogs.Load(Hasty, place), Catalogs.Arrays);
        Should.Throw<OperationCanceledException>(() => check.Run(place, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Every_law_has_a_name_of_its_own_and_says_what_holds()
    {
        MemoryLaws.All.Select(static law => law.Name).ShouldBeUnique();
        MemoryLaws.All.ShouldAllBe(static law => law.Statement.EndsWith('.'));
    }

    private static ConformanceReport Check(TimeSpan limit, string plugin)
    {
        string path = Catalogs.Folder(plugin);
        return new ConformanceCheck(() => Catalogs.Load(limit, path), Catalogs.Arrays).Run(path);
    }

    private sealed class Recorder(List<ConformanceProgress> seen) : IProgress<ConformanceProgress>
    {
        public void Report(ConformanceProgress value) => seen.Add(value);
    }
}
