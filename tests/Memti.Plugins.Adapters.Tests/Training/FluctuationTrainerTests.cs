using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Adapters.Codes;

namespace Memti.Plugins.Adapters.Tests.Training;

/// <summary>The contract of training with fluctuating reads, kept by ResNet-26.</summary>
public sealed class FluctuationTrainerTests
{
    private static readonly ImageSet Images = Trainers.Bars();
    private static readonly FluctuationRecipe Recipe =
        new() { Amplitude = 0.1, Decomposed = true, EnergyWeight = 0.1, InputBits = 4 };

    [Fact]
    public void It_learns()
    {
        using ITrainer trainer = Of(Recipe with { Amplitude = 0.03 });
        trainer.Steps(20 * trainer.StepsPerEpoch);

        trainer.Predictions(Images).Zip(Images.Labels.ToArray()).Count(static pair => pair.First == pair.Second).ShouldBeGreaterThan(30);
    }

    [Fact]
    public void It_goes_on_from_a_state_and_from_any_number_of_threads()
    {
        using ITrainer whole = Of(Recipe);
        whole.Steps(7);
        using ITrainer first = Of(Recipe);
        first.Steps(4);
        using ITrainer second = Of(Recipe, threads: 2);
        second.LoadState(new MemoryStream(first.State()));
        second.Steps(3);

        second.State().ShouldBe(whole.State());
    }

    [Fact]
    public void A_state_of_another_technique_is_refused()
    {
        using ITrainer first = Of(Recipe);
        using ITrainer other = Of(Recipe with { Decomposed = false });

        Should.Throw<MemtiException>(() => other.LoadState(new MemoryStream(first.State())))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.CheckpointDoesNotFit);
    }

    [Fact]
    public void A_weight_file_has_the_ranges_and_levels()
    {
        using var trained = (IFluctuationTrainer)Of(Recipe);
        trained.Steps(6);
        using var loaded = (IFluctuationTrainer)Of(Recipe, images: null);
        loaded.LoadTask(new MemoryStream(trained.Weights(ParameterPart.All)));

        var reading = new FluctuationReading { Amplitude = 0.1 };
        // Sums over batches of another size, whose last bits differ.
        Pulses(loaded, reading).ShouldBe(Pulses(trained, reading), 1e-12 * Pulses(trained, reading));
        loaded.ReferencePulses.ShouldBe(trained.ReferencePulses);
        loaded.ReferencePulses.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Energy_follows_the_read_level_and_bits_cost_less_than_codes()
    {
        using var trainer = (IFluctuationTrainer)Of(Recipe);
        trainer.Steps(3);
        double split = Pulses(trainer, new FluctuationReading { Amplitude = 0, Decomposed = true });

        Pulses(trainer, new FluctuationReading { Amplitude = 0, Decomposed = true, LevelFactor = 3 }).ShouldBe(3 * split, 1e-6 * split);
        Pulses(trainer, new FluctuationReading { Amplitude = 0 }).ShouldBeGreaterThan(2 * split);
    }

    [Fact]
    public void Without_the_switch_it_has_digital_convolutions_and_no_reads()
    {
        using var trainer = (IFluctuationTrainer)Of(null);
        trainer.Steps(2);

        Should.Throw<InvalidOperationException>(() => Pulses(trainer, new FluctuationReading { Amplitude = 0 }));
    }

    [Fact]
    public void Adapters_are_refused() =>
        Should.Throw<MemtiException>(() => Of(Recipe, AdapterForm.Parallel)).Diagnostic.Code.ShouldBe(
            AdapterCodes.FluctuationWithAdapters);

    [Fact]
    public void Scores_before_any_training_are_refused()
    {
        using ITrainer trainer = Of(Recipe);

        Should.Throw<MemtiException>(() => trainer.Predictions(Images)).Diagnostic.Code.ShouldBe(AdapterCodes.InputRangesUnknown);
    }

    private static double Pulses(IFluctuationTrainer trainer, FluctuationReading reading) =>
        trainer.Read(Images, 0, new int[Images.Count], reading);

    private static ITrainer Of(FluctuationRecipe? recipe, AdapterForm form = AdapterForm.None, int threads = 1) =>
        Of(recipe, form, threads, Images);

    private static ITrainer Of(FluctuationRecipe? recipe, ImageSet? images) => Of(recipe, AdapterForm.None, 1, images);

    private static ITrainer Of(FluctuationRecipe? recipe, AdapterForm form, int threads, ImageSet? images) =>
        new ResNet26(Trainers.Small(form), [new TaskRequest("bars", Trainers.Classes)]).CreateTrainer(new TrainerRequest
        {
            Task = 0,
            Training = images,
            Trained = TrainedPart.Everything,
            Seed = 1,
            Threads = threads,
            Recipe = new TrainingRecipe
            {
                Epochs = 20,
                Batch = 12,
                LearningRate = 0.05,
                CropPadding = 2,
                Schedule = TrainingSchedule.Constant,
                Fluctuation = recipe,
            },
        });
}
