using Memti.Abstractions.Units;
using Memti.Scenarios.Tests.Fakes;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.Tests;

public sealed class WorkloadTests
{
    [Theory]
    [InlineData("30", 30, 1)]
    [InlineData("29.97", 2997, 100)]
    [InlineData("0.001", 1, 1000)]
    [InlineData("1e5", 100_000, 1)]
    [InlineData("2.50", 5, 2)]
    [InlineData("59.940059940", 2997002997, 50_000_000)]
    public void The_frame_rate_is_exact(string text, long numerator, long denominator)
    {
        FrameRateText.TryParse(text, out FrameRate rate).ShouldBeTrue();
        rate.ShouldBe(new FrameRate(numerator, denominator));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("0.0009")]
    [InlineData("100000.1")]
    [InlineData("30 fps")]
    [InlineData("nan")]
    [InlineData("1e400")]
    [InlineData("1e-999999999999")]
    public void Other_text_is_no_frame_rate(string text) => FrameRateText.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_decimal_text_keeps_its_value() => Prop
        .ForAll<PositiveInt>(
            static n =>
                FrameRateText.TryParse($"{n.Get % 100_000}.5", out FrameRate rate) && rate == new FrameRate((n.Get % 100_000 * 2) + 1, 2))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("fps: 30, duration_s: 3600", 108_000)]
    [InlineData("fps: 29.97, duration_s: 3600", 107_892)]
    [InlineData("fps: 30, duration_s: 0.1", 3)]
    [InlineData("fps: 30, duration_s: 0.0999", 2)]
    [InlineData("fps: 30, duration_s: 1e-300", 1)]
    [InlineData("fps: 100000, duration_s: 3.2e9", 320_000_000_000_000)]
    [InlineData("fps: 30, frames: 7", 7)]
    [InlineData("fps: 10", 36_000)]
    [InlineData("order: fixed", 108_000)]
    public void Frames_are_the_whole_ones_in_the_duration(string workload, long frames) => Workload(workload).Frames.ShouldBe(frames);

    [Fact]
    public void Every_frame_runs_all_tasks_when_nothing_is_said() => Workload("fps: 30").Pattern.ShouldHaveSingleItem().ShouldBe([0, 1, 2]);

    [Fact]
    public void A_task_may_repeat() => Workload("sequence: [gtsrb, cifar100, gtsrb]").Pattern.ShouldHaveSingleItem().ShouldBe([1, 0, 1]);

    [Fact]
    public void An_entry_without_tasks_is_a_frame_without_work() =>
        Workload("pattern: [[cifar100], [], [gtsrb]]").Pattern.Select(static tasks => string.Join(',', tasks)).ShouldBe(["0", "", "1"]);

    [Theory]
    [InlineData("1", 30)]
    [InlineData("1.01", 32)]
    [InlineData("1.05", 32)]
    public void A_deployment_waits_for_a_frame_with_work(string time, long frame) =>
        Workload($"pattern: [[cifar100], [], [gtsrb]], deployments: [{{ at_s: {time}, task: ucf101 }}]").Deployments
            .ShouldHaveSingleItem().ShouldBe(new TaskDeployment(frame, 2));

    [Fact]
    public void A_deployment_after_the_last_frame_with_work_is_found() =>
        Samples.Read(Text("frames: 3, pattern: [[cifar100], [], []], deployments: [{ at_s: 0.01, task: ucf101 }]")).Findings
            .ShouldHaveSingleItem()
            .Permitted.ShouldBe("0 to 0, the start of the last frame with a task");

    [Fact]
    public void Tasks_are_shuffled_on_request() => Workload("order: shuffled").Shuffled.ShouldBeTrue();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 30)]
    [InlineData("1.01", 31)]
    [InlineData("0.1", 3)]
    public void A_deployment_belongs_to_the_first_frame_from_its_arrival_on(string time, long frame) =>
        Workload($"deployments: [{{ at_s: {time}, task: ucf101 }}]").Deployments
            .ShouldHaveSingleItem()
            .ShouldBe(new TaskDeployment(frame, 2));

    [Fact]
    public void A_frame_deploys_one_set_and_the_next_one_waits() =>
        Workload("deployments: [{ at_s: 1, task: ucf101 }, { at_s: 0, task: gtsrb }, { at_s: 1, task: cifar100 }]").Deployments
            .ShouldBe([new TaskDeployment(0, 1), new TaskDeployment(30, 2), new TaskDeployment(31, 0)]);

    [Fact]
    public void A_set_that_waits_beyond_the_last_frame_is_found() =>
        Samples.Read(Text("frames: 1, deployments: [{ at_s: 0, task: ucf101 }, { at_s: 0, task: gtsrb }]")).Findings.ShouldHaveSingleItem()
            .Key.ShouldBe("workload.deployments[1].at_s");

    private static WorkloadSpec Workload(string text) => Samples.OnlyDesign(Text(text)).Workload;

    private static string Text(string workload) =>
        Samples.Whole[..Samples.Whole.IndexOf("workload:", StringComparison.Ordinal)] + $"workload: {{ {workload} }}\n";
}
