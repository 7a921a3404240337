using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests;

public sealed class ReproducibilityTests
{
    private static readonly string[] Run = ["run", "samples/scenarios/memti-paper.memti.yaml", "--format", "json"];

    [Fact]
    public void One_and_two_threads_and_a_second_run_print_the_same_bytes()
    {
        string one = Memti.Run([.. Run, "--threads", "1"]).Output;
        string two = Memti.Run([.. Run, "--threads", "2"]).Output;
        string again = Memti.Run([.. Run, "--threads", "2"]).Output;
        one.ShouldStartWith("{\n");
        two.ShouldBe(one);
        again.ShouldBe(one);
    }

    [Fact]
    public void The_same_seed_shuffles_the_tasks_in_the_same_way_and_another_seed_does_not()
    {
        string[] shuffled = [
            .. Run, "--set", "workload.order=shuffled", "--set", "workload.duration_s=10", "--design", "memti", "--no-sensitivity"
        ];
        string first = Memti.Run([.. shuffled, "--seed", "7"]).Output;
        Memti.Run([.. shuffled, "--seed", "7"]).Output.ShouldBe(first);
        Memti.Run([.. shuffled, "--seed", "8"]).Output.ShouldNotBe(first);
    }

    [Fact]
    public void Jumping_over_whole_periods_gives_the_figures_of_stepping_every_frame()
    {
        RunRequest request = new() { ScenarioFile = Built.PaperScenario, Sensitivity = false, Overrides = ["workload.duration_s=20"] };
        RunReport jumped = Pipeline.Run(request).Report!;
        RunReport stepped = Pipeline.Run(request with { Jump = false }).Report!;
        for (int design = 0; design < jumped.Designs.Count; design++)
        {
            stepped.Designs[design].Frames.Jumped.ShouldBe(0);
            jumped.Designs[design].Frames.Jumped.ShouldBeGreaterThan(0);
            jumped.Designs[design].Energy.ShouldBe(stepped.Designs[design].Energy);
            jumped.Designs[design].Figures.ShouldBe(stepped.Designs[design].Figures);
            jumped.Designs[design].Lifetimes.ShouldBe(stepped.Designs[design].Lifetimes);
        }
    }
}
