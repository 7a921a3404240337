using Memti.Abstractions.Diagnostics;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class PinnedTaskTests
{
    private static string With(string memory) => Samples.Whole.Replace("holds: [task_specific]", memory, StringComparison.Ordinal);

    private static IReadOnlyList<int> Pinned(string memory, params string[] overrides) =>
        Samples.OnlyDesign(With(memory), overrides).Memories.Single(static spec => spec.Name == "task").Pinned;

    private static Diagnostic Finding(string from, string to) =>
        Samples.Read(Samples.Whole.Replace(from, to, StringComparison.Ordinal)).Findings.ShouldHaveSingleItem();

    [Theory]
    [InlineData("holds: [task_specific]", new int[0])]
    [InlineData("holds: [task_specific], pinned: []", new int[0])]
    [InlineData("holds: [task_specific], resident_tasks: 3, pinned: [ucf101, cifar100]", new[] { 2, 0 })]
    [InlineData("holds: [task_specific], resident_tasks: all, pinned: [cifar100, gtsrb, ucf101]", new[] { 0, 1, 2 })]
    [InlineData("holds: [task_specific], resident_tasks: 2, pinned: [gtsrb]", new[] { 1 })]
    public void Pinned_tasks_are_named(string memory, int[] pinned) => Pinned(memory).ShouldBe(pinned);

    [Fact]
    public void Pins_stay_when_the_kind_changes() =>
        Pinned("holds: [task_specific], resident_tasks: 2, pinned: [gtsrb]", "memories.task={kind: rram}").ShouldBe([1]);

    [Fact]
    public void A_task_that_there_is_not_is_MEMTI2010()
    {
        Diagnostic finding = Finding("holds: [task_specific]", "holds: [task_specific], resident_tasks: 2, pinned: [gtsr]");

        (finding.Code, finding.Key, finding.Permitted, finding.Line).ShouldBe(
            (DiagnosticCode.UnknownName, "memories.task.pinned[0]", "gtsrb", 9));
    }

    [Theory]
    [InlineData("holds: [shared]", "holds: [shared], pinned: [gtsrb]", "memories.shared.pinned", 8)]
    [InlineData("holds: [all_tasks]", "holds: [all_tasks], pinned: [gtsrb]", "memories.backing.pinned", 7)]
    public void Pins_in_a_memory_without_task_specific_parameters_are_MEMTI2011(string from, string to, string key, int line)
    {
        Diagnostic finding = Finding(from, to);

        (finding.Code, finding.Key, finding.Line).ShouldBe((DiagnosticCode.BadPlacement, key, line));
        finding.Permitted.ShouldNotBeNull().ShouldContain("task_specific");
    }

    [Fact]
    public void Four_thousand_tasks_are_read()
    {
        string names = string.Join(", ", Enumerable.Range(0, 4096).Select(static task => $"task-{task}"));
        string text = Samples.Whole.Replace("[cifar100, gtsrb, {name: ucf101, classes: 101}]", $"[{names}]", StringComparison.Ordinal);

        DesignScenario design = Samples.OnlyDesign(text);

        (design.Tasks.Count, design.Workload.Pattern.Single().Count).ShouldBe((4096, 4096));
    }
}
