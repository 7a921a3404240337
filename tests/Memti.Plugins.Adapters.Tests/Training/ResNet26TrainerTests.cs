using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;

namespace Memti.Plugins.Adapters.Tests.Training;

/// <summary>The contract of training, kept by ResNet-26.</summary>
public sealed class ResNet26TrainerTests
{
    private static readonly ImageSet Images = Trainers.Bars();

    [Theory]
    [InlineData(AdapterForm.Parallel, TrainedPart.TaskSpecific)]
    [InlineData(AdapterForm.Series, TrainedPart.TaskSpecific)]
    [InlineData(AdapterForm.Parallel, TrainedPart.Everything)]
    [InlineData(AdapterForm.None, TrainedPart.Everything)]
    public void It_learns(AdapterForm form, TrainedPart trained)
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(form), trained, Images);
        trainer.Steps(20 * trainer.StepsPerEpoch);

        trainer.Predictions(Images).Zip(Images.Labels.ToArray()).Count(static pair => pair.First == pair.Second).ShouldBeGreaterThan(33);
    }

    [Theory]
    [InlineData(AdapterForm.Parallel)]
    [InlineData(AdapterForm.Series)]
    public void Shared_parameters_are_frozen_while_a_task_learns(AdapterForm form)
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(form), TrainedPart.TaskSpecific, Images);
        (byte[] shared, byte[] own) = (trainer.Weights(ParameterPart.Shared), trainer.Weights(ParameterPart.Task));
        trainer.Steps(3);

        trainer.Weights(ParameterPart.Shared).ShouldBe(shared);
        trainer.Weights(ParameterPart.Task).ShouldNotBe(own);
    }

    [Fact]
    public void Norm_statistics_alone_change_nothing_else()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(), TrainedPart.NormStatistics, Images);
        trainer.Quantize();
        ushort[] adapter = trainer.Codes(25);
        ushort[] scale = trainer.Codes(50);
        trainer.Steps(3);
        trainer.Quantize();

        trainer.Codes(25).ShouldBe(adapter);
        trainer.Codes(50).ShouldNotBe(scale);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_for_any_number_of_threads()
    {
        byte[] one = StateAfterSteps(threads: 1);

        StateAfterSteps(threads: 1).ShouldBe(one);
        StateAfterSteps(threads: 2).ShouldBe(one);
        StateAfterSteps(threads: 3).ShouldBe(one);
    }

    [Fact]
    public void Another_seed_gives_another_network()
    {
        using ITrainer one = Trainers.Of(Trainers.Small(), images: Images, seed: 1);
        using ITrainer other = Trainers.Of(Trainers.Small(), images: Images, seed: 2);

        one.Weights(ParameterPart.All).ShouldNotBe(other.Weights(ParameterPart.All));
    }

    [Fact]
    public void It_goes_on_from_a_state_as_if_it_had_never_stopped()
    {
        using ITrainer whole = Trainers.Of(Trainers.Small(), images: Images);
        whole.Steps(7);
        using ITrainer first = Trainers.Of(Trainers.Small(), images: Images);
        first.Steps(4);
        using ITrainer second = Trainers.Of(Trainers.Small(), images: Images);
        second.LoadState(new MemoryStream(first.State()));
        second.Steps(3);

        second.Position.ShouldBe(7);
        second.State().ShouldBe(whole.State());
    }

    [Fact]
    public void A_state_knows_what_memories_gave()
    {
        using ITrainer first = Trainers.Of(Trainers.Small(weightBits: 4, taskBits: 4), images: Images);
        first.Quantize(0.3);
        first.SubstituteAll();
        first.Steps(2);
        using ITrainer second = Trainers.Of(Trainers.Small(weightBits: 4, taskBits: 4), images: Images);
        second.LoadState(new MemoryStream(first.State()));

        second.Loss(Images).ShouldBe(first.Loss(Images));
        second.Tensors
            .Select(static tensor => (tensor.Name, tensor.FractionBits, tensor.Pruned))
            .ShouldBe(first.Tensors.Select(static tensor => (tensor.Name, tensor.FractionBits, tensor.Pruned)));
        second.Steps(2);
        first.Steps(2);
        second.State().ShouldBe(first.State());
    }

    [Fact]
    public void Files_of_shared_and_own_parameters_make_the_network_again()
    {
        using ITrainer trained = Trainers.Of(Trainers.Small(), TrainedPart.Everything, Images);
        trained.Steps(5);
        using ITrainer loaded = Trainers.Of(Trainers.Small(), seed: 9);
        loaded.LoadShared(new MemoryStream(trained.Weights(ParameterPart.Shared)));
        loaded.LoadTask(new MemoryStream(trained.Weights(ParameterPart.Task)));

        loaded.Loss(Images).ShouldBe(trained.Loss(Images));
        loaded.Predictions(Images).ShouldBe(trained.Predictions(Images));
    }

    [Fact]
    public void A_task_starts_from_the_kernels_and_batch_norms_of_a_pretrained_network()
    {
        using ITrainer pretrained = Trainers.Of(Trainers.Small(AdapterForm.None), TrainedPart.Everything, Images);
        pretrained.Steps(3);
        using ITrainer task = Trainers.Of(Trainers.Small(), images: Trainers.Bars(classes: 5), seed: 9, classes: 5);
        task.LoadShared(new MemoryStream(pretrained.Weights(ParameterPart.All)));
        pretrained.Quantize();
        task.Quantize();

        task.Codes(0).ShouldBe(pretrained.Codes(0));
        Norm(task, "stage3.block4.bn2.scale").ShouldBe(Norm(pretrained, "stage3.block4.bn2.scale"));
    }

    [Theory]
    [InlineData(AdapterForm.Parallel)]
    [InlineData(AdapterForm.Series)]
    [InlineData(AdapterForm.None)]
    public void Sixteen_bits_compute_what_floating_point_does(AdapterForm form)
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(form, 16, 16), TrainedPart.Everything, Images);
        trainer.Steps(10);
        double loss = trainer.Loss(Images);
        trainer.Quantize();
        trainer.SubstituteAll();

        trainer.Loss(Images).ShouldBe(loss, 0.01 * loss);
        trainer.Loss(Images).ShouldNotBe(loss);
    }

    [Fact]
    public void Two_bits_do_not()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(weightBits: 2, taskBits: 2), TrainedPart.Everything, Images);
        trainer.Steps(20);
        double loss = trainer.Loss(Images);
        trainer.Quantize();
        trainer.SubstituteAll();

        Math.Abs(trainer.Loss(Images) - loss).ShouldBeGreaterThan(0.05 * loss);
    }

    [Fact]
    public void Released_it_computes_in_floating_point_again()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(weightBits: 3, taskBits: 3), images: Images);
        trainer.Steps(3);
        double loss = trainer.Loss(Images);
        trainer.Quantize();
        trainer.SubstituteAll();
        trainer.Loss(Images).ShouldNotBe(loss);
        trainer.Dequantize();

        trainer.Loss(Images).ShouldBe(loss);
    }

    [Fact]
    public void Learning_goes_straight_through_what_memory_gives()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(taskBits: 16), images: Images);
        trainer.Quantize();
        int adapter = Index(trainer, "stage1.block1.adapter1.weight");
        ushort[] before = trainer.Codes(adapter);
        ushort[] faulty = [.. before.Select(static code => (ushort)(code ^ 0x0100))];
        trainer.OverrideCodes(adapter, faulty);
        double loss = trainer.Loss(Images);
        trainer.Steps(1);
        trainer.OverrideCodes(adapter, faulty);

        trainer.Codes(adapter).ShouldNotBe(before);
        trainer.Loss(Images).ShouldNotBe(loss); // the other parameters have moved
    }

    [Fact]
    public void Pruning_takes_half_of_the_shared_kernels_and_nothing_of_the_task()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(), images: Images);
        trainer.Quantize(0.5);

        for (int tensor = 0; tensor < trainer.Tensors.Count; tensor++)
        {
            StoredTensor stored = trainer.Tensors[tensor];
            stored.Pruned.ShouldBe(stored.Part == ParameterPart.Shared);
            if (stored.Pruned)
                trainer.Codes(tensor).Count(static code => code == 0).ShouldBeGreaterThanOrEqualTo((int)stored.Count / 2);
        }
    }

    [Theory]
    [InlineData(AdapterForm.Parallel, 25, 25 + 52 + 2)]
    [InlineData(AdapterForm.Series, 25, 25 + 102 + 2)]
    [InlineData(AdapterForm.None, 0, 25 + 52 + 2)]
    public void Tensors_are_shared_ones_first_and_as_many_as_the_network_has(AdapterForm form, int shared, int own)
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(form));

        trainer.Tensors.TakeWhile(static tensor => tensor.Part == ParameterPart.Shared).Count().ShouldBe(shared);
        trainer.Tensors.Count(static tensor => tensor.Part == ParameterPart.Task).ShouldBe(own);
    }

    [Theory]
    [InlineData(AdapterForm.Parallel)]
    [InlineData(AdapterForm.Series)]
    [InlineData(AdapterForm.None)]
    public void Values_are_as_many_as_the_model_counts(AdapterForm form)
    {
        ResNet26Options options = Trainers.Small(form);
        TaskDescription task = new ResNet26(options, [new TaskRequest("bars", Trainers.Classes)]).Tasks[0];
        using ITrainer trainer = Trainers.Of(options);

        trainer.Tensors
            .Where(static tensor => tensor.Part == ParameterPart.Shared)
            .Sum(static tensor => tensor.Count)
            .ShouldBe(task.SharedParameters);
        trainer.Tensors
            .Where(static tensor => tensor.Part == ParameterPart.Task)
            .Sum(static tensor => tensor.Count)
            .ShouldBe(task.TaskParameterCount);
    }

    [Fact]
    public void Without_images_there_is_no_step()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small());

        trainer.StepsPerEpoch.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => trainer.Step());
    }

    private static byte[] StateAfterSteps(int threads)
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(), TrainedPart.Everything, Images, threads: threads);
        trainer.Steps(5);
        return trainer.State();
    }

    private static int Index(ITrainer trainer, string name) => trainer.Tensors.Select(static tensor => tensor.Name).ToList().IndexOf(name);

    private static ushort[] Norm(ITrainer trainer, string name) => trainer.Codes(Index(trainer, name));
}
