using Memti.Abstractions.Training;
using Memti.Training.Evaluation;
using Memti.Training.Plans;
using Memti.Training.Runs;
using Memti.Training.Statistics;
using Memti.Training.Trainers;

namespace Memti.Training.Tests;

public sealed class EvaluationTests
{
    private static readonly Lazy<WeightSource> Trained =
        new(
            static () =>
                new WeightSource(
                    "trained",
                    Bench.Train(
                        Bench.FromScratch with { Recipe = new TrainingRecipe { Epochs = 12, Batch = 16, LearningRate = 0.05 } }).Weights));

    private static NetworkPlan Network => Bench.Network with { Weights = Trained.Value };

    private static WeightStorage Storage => new() { Shared = Bench.Rram("bits_per_cell=3", "value_cells=3+3+2", "sense_offset=0.3") };

    private static FaultEvaluation Evaluate(NetworkPlan network, params ulong[] chips) =>
        new EvaluationPlan(network, Storage, chips).Run(Bench.Catalog, null, CancellationToken.None);

    [Fact]
    public void A_chip_has_the_same_faults_whichever_others_are_tried()
    {
        FaultEvaluation many = Evaluate(Network, 0, 1, 2);

        FaultEvaluation one = Evaluate(Network, 1);

        one.Trials[0].Misread.ShouldBe(many.Trials[1].Misread);
        one.Trials[0].Score.Right.ShouldBe(many.Trials[1].Score.Right);
        one.Baseline.Right.ShouldBe(many.Baseline.Right);
        many.Trials.Select(static trial => trial.Misread).ShouldAllBe(static misread => misread > 0);
    }

    [Fact]
    public void The_interval_is_over_chips_or_over_images_of_one()
    {
        FaultEvaluation none = Evaluate(Network);

        none.Summary.ShouldBeNull();
        none.Confidence95.ShouldBe(WilsonInterval.Of(none.Baseline.Correct, none.Baseline.Images));
        Evaluate(Network, 0, 1).Confidence95.ShouldBe(SampleSummary.Of(Evaluate(Network, 0, 1).Accuracies).Confidence95!.Value);
    }

    [Fact]
    public void Fixed_point_costs_little_accuracy()
    {
        using GuardedTrainer exact = Network.Create();

        double accuracy = Scoring.Score(exact, Bench.Data.Test, CancellationToken.None).Accuracy;

        Evaluate(Network).Baseline.Accuracy.ShouldBe(accuracy, 0.05);
    }

    [Fact]
    public void Retraining_for_a_chip_helps_on_that_chip()
    {
        NetworkPlan network = Bench.Network with { Backbone = Trained.Value, Weights = Trained.Value };
        TrainingPlan plan = new(network, new TrainingRecipe { Epochs = 12, Batch = 16, LearningRate = 0.05 }, TrainedPart.TaskSpecific)
        {
            Storage = Storage,
            Chip = 3
        };

        TrainingOutcome retrained = Bench.Train(plan);
        FaultEvaluation before = Evaluate(network, 3);
        FaultEvaluation after = Evaluate(network with { Weights = new WeightSource("retrained", retrained.Weights) }, 3);

        before.Trials[0].Score.Accuracy.ShouldBeLessThan(before.Baseline.Accuracy);
        after.Trials[0].Score.Accuracy.ShouldBeGreaterThan(before.Trials[0].Score.Accuracy);
        before.Compare(after).Name.ShouldContain("McNemar");
    }
}
