using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using TorchSharp;

namespace Memti.Plugins.Torch.Tests;

public sealed class TorchTrainerTests
{
    private static readonly ImageSet Images = Drawn.Images();

    [Theory]
    [InlineData(TrainingOptimiser.Descent, TrainingPrecision.Single)]
    [InlineData(TrainingOptimiser.AdamW, TrainingPrecision.Single)]
    [InlineData(TrainingOptimiser.Descent, TrainingPrecision.BFloat16)]
    public void A_network_learns(TrainingOptimiser optimiser, TrainingPrecision precision)
    {
        double rate = optimiser == TrainingOptimiser.AdamW ? 0.01 : 0.05;
        using IGraphTrainer trainer = Drawn.Trainer(
            Graphs.Small(),
            Drawn.Request(Images, rate: rate),
            new EngineSettings { Optimiser = optimiser, Precision = precision, FinalEpochs = 1 });
        float[] frozen = trainer.Values(Graphs.Small().Parameters[0]);
        double first = trainer.Step().Loss;
        trainer.Steps(39).Loss.ShouldBeLessThan(first / 2);
        trainer.Accuracy(Images).ShouldBeGreaterThan(0.9);
        trainer.Values(Graphs.Small().Parameters[0]).ShouldBe(frozen);
    }

    [Theory]
    [InlineData(TrainingOptimiser.Descent)]
    [InlineData(TrainingOptimiser.AdamW)]
    public void A_training_goes_on_from_its_state_to_the_bit(TrainingOptimiser optimiser)
    {
        EngineSettings settings = new() { Optimiser = optimiser };
        using IGraphTrainer whole = Drawn.Trainer(Graphs.Small(), Drawn.Request(Images), settings);
        using IGraphTrainer resumed = Drawn.Trainer(Graphs.Small(), Drawn.Request(Images), settings);
        whole.Steps(3);
        whole.Quantize();
        ushort[] codes = new ushort[whole.Tensors[0].Count];
        whole.ReadCodes(0, codes);
        codes[5] ^= 0x40;
        whole.OverrideCodes(0, codes);
        whole.Steps(2);
        resumed.LoadState(new MemoryStream(whole.State()));
        (resumed.Position, resumed.Tensors[0].FractionBits).ShouldBe((5, whole.Tensors[0].FractionBits));
        whole.Steps(6).ShouldBe(resumed.Steps(6));
        resumed.State().ShouldBe(whole.State());
    }

    [Fact]
    public void The_same_request_gives_the_same_bits()
    {
        using IGraphTrainer one = Drawn.Trainer(Graphs.Small(), Drawn.Request(Images));
        using IGraphTrainer other = Drawn.Trainer(Graphs.Small(), Drawn.Request(Images));
        one.Steps(8);
        other.Steps(8);
        other.Saved().ShouldBe(one.Saved());
    }

    [Fact]
    public void A_state_that_does_not_fit_is_refused_and_changes_nothing()
    {
        using IGraphTrainer trainer = Drawn.Trainer(Graphs.Small(), Drawn.Request(Images));
        trainer.Steps(2);
        byte[] state = trainer.State(), damaged = [.. state];
        damaged[state.Length / 2] ^= 1;
        using IGraphTrainer narrow = Drawn.Trainer(
            Graphs.Small(), Drawn.Request(Images), new EngineSettings { Precision = TrainingPrecision.BFloat16 });
        foreach (byte[] bad in (byte[][])[damaged, state[..^7], [], narrow.State()])
            Should.Throw<MemtiException>(() => trainer.LoadState(new MemoryStream(bad)))
                .Diagnostic.Code.ShouldBe(DiagnosticCode.CheckpointDoesNotFit);
        trainer.State().ShouldBe(state);
    }

    [Fact]
    public void Gradients_at_substituted_codes_change_the_values_beneath()
    {
        NetworkGraph graph = Graphs.Small();
        using IGraphTrainer trainer = Drawn.Trainer(graph, Drawn.Request(Images));
        trainer.Quantize();
        int adapter = trainer.Tensors.ToList().FindIndex(static tensor => tensor.Name == "block.adapter.weight");
        GraphParameter parameter = graph.Parameters.Single(static one => one.Name == "block.adapter.weight");
        ushort[] zeros = new ushort[trainer.Tensors[adapter].Count], codes = new ushort[zeros.Length], later = new ushort[zeros.Length];
        trainer.ReadCodes(adapter, codes);
        trainer.OverrideCodes(adapter, zeros);
        trainer.Values(parameter).ShouldAllBe(static value => value == 0);
        trainer.Steps(5);
        trainer.Values(parameter).ShouldAllBe(static value => value == 0);
        trainer.ReadCodes(adapter, later);
        later.ShouldNotBe(codes);
        later.ShouldNotBe(zeros);
        trainer.Dequantize();
        trainer.Values(parameter).ShouldContain(static value => value != 0);
    }

    [Fact]
    public void A_replaced_norm_reads_as_scale_and_shift_that_need_no_statistics()
    {
        NetworkGraph graph = Graphs.Small();
        using IGraphTrainer trainer = Drawn.Trainer(graph, Drawn.Request(Images));
        trainer.Steps(4);
        trainer.Quantize();
        int scale = trainer.Tensors.ToList().FindIndex(static tensor => tensor.Name == "stem.bn.scale");
        ushort[] codes = new ushort[trainer.Tensors[scale].Count];
        trainer.ReadCodes(scale, codes);
        trainer.OverrideCodes(scale, codes);
        float[] Read(string name) => trainer.Values(graph.Parameters.Single(one => one.Name == name));
        Read("stem.bn.running_mean").ShouldAllBe(static value => value == 0);
        Read("stem.bn.running_var").ShouldAllBe(static value => value == 1 - 1e-5f);
        float step = MathF.ScaleB(1, -trainer.Tensors[scale].FractionBits);
        Read("stem.bn.weight").ShouldBe([.. codes.Select(code => (sbyte)code * step)]);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_reported_and_changes_no_weights()
    {
        NetworkGraph graph = Graphs.Small();
        using IGraphTrainer trainer = Drawn.Trainer(graph, Drawn.Request(Images, rate: 1e30));
        trainer.Steps(3);
        double.IsFinite(trainer.Step().Loss).ShouldBeFalse();
        GraphParameter head = graph.Parameters.Single(static one => one.Name == "head.weight");
        float[] before = trainer.Values(head);
        double.IsFinite(trainer.Steps(2).Loss).ShouldBeFalse();
        trainer.Values(head).ShouldBe(before);
    }

    [Theory]
    [InlineData(TrainingPrecision.Single)]
    [InlineData(TrainingPrecision.BFloat16)]
    public void Steps_and_scores_leave_no_tensor_behind(TrainingPrecision precision)
    {
        using IGraphTrainer trainer = Drawn.Trainer(
            Graphs.Small(side: 8), Drawn.Request(Drawn.Images(side: 8)), new EngineSettings { Precision = precision });
        trainer.Steps(10);
        trainer.Accuracy(Drawn.Images(side: 8));
        // What other tests left to the finalizers is not of these steps.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = torch.Tensor.TotalCount;
        int steps = Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") == "1" ? 1000 : 100;
        for (int step = 0; step < steps; step++)
        {
            trainer.Step();
            if (step % 10 == 0)
                trainer.Accuracy(Drawn.Images(16, 8));
        }

        torch.Tensor.TotalCount.ShouldBe(before);
    }

    [Fact]
    public void Two_threads_agree_with_one_but_for_rounding()
    {
        using IGraphTrainer one = Drawn.Trainer(Graphs.Small(), Drawn.Request(Images));
        using IGraphTrainer two = Drawn.Trainer(Graphs.Small(), Drawn.Request(Images, threads: 2));
        one.Step().Loss.ShouldBe(two.Step().Loss, 1e-5);
        one.Accuracy(Images).ShouldBe(two.Accuracy(Images), 0.05);
    }

    [Fact]
    public void A_frozen_shared_norm_keeps_its_statistics_while_a_task_learns()
    {
        NetworkGraph graph = new Graphs(16)
            .Convolution("conv", 8, 3).Norm("bn", ParameterPart.Shared).Relu("relu").Mean("pool").Classifier("head", 4).Graph();
        using IGraphTrainer trainer = Drawn.Trainer(graph, Drawn.Request(Images));
        GraphParameter mean = graph.Parameters.Single(static one => one.Name == "bn.running_mean");
        trainer.Steps(3);
        trainer.Values(mean).ShouldAllBe(static value => value == 0);
        using IGraphTrainer statistics = Drawn.Trainer(graph, Drawn.Request(Images, part: TrainedPart.NormStatistics));
        statistics.Steps(3);
        statistics.Values(mean).ShouldContain(static value => value != 0);
    }

    [Fact]
    public void A_small_batch_at_the_end_is_scored_like_the_others()
    {
        using IGraphTrainer trainer = Drawn.Trainer(Graphs.Small(), Drawn.Request(Images));
        trainer.Steps(4);
        int[] together = new int[Images.Count], alone = new int[1];
        double loss = trainer.Score(Images, 0, together), sum = 0;
        for (int image = 0; image < Images.Count; image++)
        {
            sum += trainer.Score(Images, image, alone);
            alone[0].ShouldBe(together[image]);
        }

        sum.ShouldBe(loss, 1e-4 * loss);
    }
}
