using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Checkpoints;
using Memti.Training.Codes;
using Memti.Training.Faults;
using Memti.Training.Plans;
using Memti.Training.Runs;
using Memti.Training.Trainers;

namespace Memti.Training.Tests;

public sealed class TrainingRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Checkpoint => _folder.Path("checkpoint");

    [Fact]
    public void A_network_learns_and_the_best_epoch_is_kept()
    {
        TrainingOutcome outcome =
            Bench.Train(Bench.FromScratch with { Recipe = new TrainingRecipe { Epochs = 12, Batch = 16, LearningRate = 0.05 } });

        outcome.BestAccuracy.ShouldBeGreaterThan(0.6);
        outcome.BestAccuracy.ShouldBe(outcome.History.Max(static epoch => epoch.ValidationAccuracy));
        outcome.History[outcome.BestEpoch - 1].ValidationAccuracy.ShouldBe(outcome.BestAccuracy);
        outcome.History.Count.ShouldBe(12);
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes_and_another_seed_others()
    {
        TrainingOutcome one = Bench.Train(Bench.FromScratch);

        Bench.Train(Bench.FromScratch).Weights.ToArray().ShouldBe(one.Weights.ToArray());
        Bench.Train(Bench.FromScratch with { Network = Bench.Network with { Seed = 8 } }).Weights
            .ToArray()
            .ShouldNotBe(one.Weights.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)] // the last step of the first epoch
    [InlineData(7)] // within the second
    [InlineData(14)]
    public void A_run_that_was_interrupted_ends_with_the_same_bytes(int steps)
    {
        TrainingOutcome whole = Bench.Train(Bench.FromScratch);
        TrainingPlan plan = Bench.FromScratch with { CheckpointFile = Checkpoint };

        Bench.Interrupt(plan, steps);
        TrainingOutcome resumed = Bench.Train(plan);

        resumed.Weights.ToArray().ShouldBe(whole.Weights.ToArray());
        resumed.History.ShouldBe(whole.History);
    }

    [Fact]
    public void Retraining_against_faults_goes_on_to_the_bit()
    {
        TrainingPlan plan = new(Bench.Network, Bench.Recipe, TrainedPart.TaskSpecific)
        {
            Storage = new WeightStorage { Shared = Bench.Rram("bits_per_cell=3"), Task = Bench.Rram("bits_per_cell=3"), Pruned = 0.3 },
            Mode = FaultMode.Fresh,
        };
        TrainingOutcome whole = Bench.Train(plan);

        Bench.Interrupt(plan with { CheckpointFile = Checkpoint }, 8);

        Bench.Train(plan with { CheckpointFile = Checkpoint }).Weights.ToArray().ShouldBe(whole.Weights.ToArray());
    }

    [Fact]
    public void A_finished_run_is_not_run_again()
    {
        TrainingPlan plan = Bench.FromScratch with { CheckpointFile = Checkpoint };
        TrainingOutcome first = Bench.Train(plan);
        byte[] checkpoint = File.ReadAllBytes(Checkpoint);

        Bench.Train(plan).Weights.ToArray().ShouldBe(first.Weights.ToArray());
        File.ReadAllBytes(Checkpoint).ShouldBe(checkpoint);
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused_and_says_in_what_it_differs()
    {
        Bench.Interrupt(Bench.FromScratch with { CheckpointFile = Checkpoint }, 2);

        Diagnostic finding =
            Should.Throw<MemtiException>(
                () =>
                    Bench.Train(
                        Bench.FromScratch with { CheckpointFile = Checkpoint, Network = Bench.Network with { Seed = 9 } })).Diagnostic;

        finding.Code.ShouldBe(DiagnosticCode.CheckpointDoesNotFit);
        finding.File.ShouldBe(Checkpoint);
        finding.Message.ShouldContain("seed '7', here '9'");
        finding.Message.ShouldNotContain("recipe");
    }

    [Fact]
    public void Restart_begins_anew_over_any_checkpoint()
    {
        File.WriteAllText(Checkpoint, "something else");

        Bench.Train(Bench.FromScratch with { CheckpointFile = Checkpoint, Restart = true }).History.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(90)]
    [InlineData(-1)]
    public void A_damaged_checkpoint_is_refused(int place)
    {
        Bench.Interrupt(Bench.FromScratch with { CheckpointFile = Checkpoint }, 2);
        byte[] bytes = File.ReadAllBytes(Checkpoint);
        bytes[place < 0 ? ^1 : place] ^= 1;
        File.WriteAllBytes(Checkpoint, bytes);

        Should.Throw<MemtiException>(() => Bench.Train(Bench.FromScratch with { CheckpointFile = Checkpoint })).Diagnostic.Code
            .ShouldBe(DiagnosticCode.CheckpointDoesNotFit);
    }

    [Fact]
    public void A_checkpoint_that_ends_early_is_refused()
    {
        Bench.Interrupt(Bench.FromScratch with { CheckpointFile = Checkpoint }, 2);
        File.WriteAllBytes(Checkpoint, File.ReadAllBytes(Checkpoint)[..200]);

        Should.Throw<MemtiException>(() => Bench.Train(Bench.FromScratch with { CheckpointFile = Checkpoint })).Diagnostic.Code
            .ShouldBe(DiagnosticCode.CheckpointDoesNotFit);
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_with_the_step_and_keeps_the_checkpoint()
    {
        TrainingPlan plan = Bench.FromScratch with
        {
            Recipe = new TrainingRecipe { Epochs = 50, Batch = 16, LearningRate = 100, Schedule = TrainingSchedule.Constant },
            CheckpointFile = Checkpoint,
            CheckpointEvery = TimeSpan.Zero,
        };

        Diagnostic finding = Should.Throw<MemtiException>(() => Bench.Train(plan)).Diagnostic;

        finding.Code.ShouldBe(TrainingCodes.LossNotFinite);
        finding.Message.ShouldContain("step ");
        CheckpointFile.Read(Checkpoint, plan.Identity(Bench.Catalog)).ShouldNotBeNull();
    }

    [Fact]
    public void A_model_that_does_not_learn_is_refused_with_those_that_do()
    {
        NetworkPlan network = new(new TrainableKind(Bench.Catalog, Bench.Model("hello-model")), Bench.Data);

        Diagnostic finding = Should.Throw<MemtiException>(() => network.Create()).Diagnostic;

        (finding.Code, finding.Permitted).ShouldBe((TrainingCodes.NotTrainable, "hello-trainable"));
    }

    [Fact]
    public void Weights_of_another_shape_are_refused_with_their_file()
    {
        TrainingOutcome outcome = Bench.Train(Bench.FromScratch);
        NetworkPlan other = new(new TrainableKind(Bench.Catalog, Bench.Model("hello-trainable", "grid=4", "features=17")), Bench.Data);

        Diagnostic finding =
            Should.Throw<MemtiException>(
                () => (other with { Backbone = new WeightSource("a.safetensors", outcome.Weights) }).Create()).Diagnostic;

        (finding.Code, finding.File).ShouldBe((DiagnosticCode.WeightsDoNotFit, "a.safetensors"));
    }

    [Fact]
    public void Shared_parameters_stay_as_they_are_when_the_task_alone_is_trained()
    {
        TrainingOutcome scratch = Bench.Train(Bench.FromScratch);
        NetworkPlan network = Bench.Network with { Backbone = new WeightSource("backbone", scratch.Weights) };
        TrainingOutcome task = Bench.Train(new TrainingPlan(network, Bench.Recipe, TrainedPart.TaskSpecific));

        using GuardedTrainer before = network.Create();
        using GuardedTrainer after = (network with { Weights = new WeightSource("task", task.Weights) }).Create();

        after.Save(ParameterPart.Shared).ShouldBe(before.Save(ParameterPart.Shared));
        after.Save(ParameterPart.Task).ShouldBe(task.Weights.ToArray());
    }
}
