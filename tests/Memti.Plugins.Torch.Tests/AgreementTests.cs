using Memti.Abstractions.Graphs;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters;
using Memti.Plugins.Adapters.Backbones;
using Memti.Tensors.Formats;

namespace Memti.Plugins.Torch.Tests;

/// <summary>One model, two engines: the same weights, outputs and steps.</summary>
public sealed class AgreementTests
{
    private const int Classes = 5;
    private const double Width = 0.25;

    private static readonly ImageSet Images = Drawn.Images(40, 32, Classes);

    [Theory]
    [InlineData(AdapterForm.Parallel)]
    [InlineData(AdapterForm.Series)]
    [InlineData(AdapterForm.None)]
    public void Both_engines_start_from_the_same_network_and_compute_the_same_outputs(AdapterForm form)
    {
        using ITrainer managed = Managed(form), torch = Torch(form);
        ShouldBeEqual(torch, managed);
        (double ownLoss, int[] own) = Scored(torch);
        (double loss, int[] predictions) = Scored(managed);
        ownLoss.ShouldBe(loss, 1e-4 * loss);
        own.ShouldBe(predictions);
    }

    [Theory]
    [InlineData(AdapterForm.Parallel, TrainedPart.TaskSpecific)]
    [InlineData(AdapterForm.Parallel, TrainedPart.Everything)]
    [InlineData(AdapterForm.Series, TrainedPart.TaskSpecific)]
    [InlineData(AdapterForm.None, TrainedPart.TaskSpecific)]
    [InlineData(AdapterForm.Parallel, TrainedPart.NormStatistics)]
    public void One_step_changes_every_parameter_alike(AdapterForm form, TrainedPart part)
    {
        // Rounding decides whether a gradient passes an activation within a millionth of zero, which one step in a few has; a wrong
        // gradient is wrong in every draw.
        Dictionary<string, double> least = new(StringComparer.Ordinal);
        for (ulong seed = 1; seed <= 5; seed++)
            foreach ((string name, double difference) in Differences(form, part, seed))
                least[name] = Math.Min(least.GetValueOrDefault(name, double.PositiveInfinity), difference);
        least.ShouldNotBeEmpty();
        foreach ((string name, double difference) in least)
            difference.ShouldBeLessThanOrEqualTo(1e-3, name);
    }

    [Fact]
    public void Several_steps_stay_together()
    {
        using ITrainer managed = Managed(AdapterForm.Parallel), torch = Torch(AdapterForm.Parallel);
        for (int step = 0; step < 8; step++)
            torch.Step().Loss.ShouldBe(managed.Step().Loss, 0.02);
    }

    [Fact]
    public void A_weight_file_of_one_engine_works_in_the_other()
    {
        using ITrainer managed = Managed(AdapterForm.Parallel), torch = Torch(AdapterForm.Parallel);
        managed.Steps(3);
        torch.LoadShared(new MemoryStream(managed.Saved(ParameterPart.Shared)));
        torch.LoadTask(new MemoryStream(managed.Saved(ParameterPart.Task)));
        ShouldBeEqual(torch, managed);
        torch.Steps(3);
        managed.LoadTask(new MemoryStream(torch.Saved(ParameterPart.Task)));
        ShouldBeEqual(managed, torch);
    }

    [Fact]
    public void Equal_weights_are_stored_as_equal_codes_in_equal_formats()
    {
        using ITrainer managed = Managed(AdapterForm.Parallel), torch = Torch(AdapterForm.Parallel);
        managed.Steps(2);
        torch.LoadTask(new MemoryStream(managed.Saved(ParameterPart.Task)));
        managed.Quantize(0.3);
        torch.Quantize(0.3);
        Dictionary<string, StoredTensor> own = torch.Tensors.ToDictionary(static tensor => tensor.Name);
        foreach ((StoredTensor tensor, int index) in managed.Tensors.Select(static (tensor, index) => (tensor, index)))
        {
            StoredTensor other = own[tensor.Name];
            (other.Part, other.Bits, other.FractionBits, other.Pruned, other.Shape.SequenceEqual(tensor.Shape))
                .ShouldBe((tensor.Part, tensor.Bits, tensor.FractionBits, tensor.Pruned, true), tensor.Name);
            ushort[] expected = new ushort[tensor.Count], found = new ushort[tensor.Count];
            managed.ReadCodes(index, expected);
            torch.ReadCodes(torch.Tensors.ToList().FindIndex(one => one.Name == tensor.Name), found);
            found.ShouldBe(expected, tensor.Name);
        }
    }

    [Fact]
    public void Codes_that_a_memory_returns_have_the_same_effect_in_both()
    {
        using ITrainer managed = Managed(AdapterForm.Parallel), torch = Torch(AdapterForm.Parallel);
        foreach (ITrainer trainer in (ITrainer[])[managed, torch])
        {
            trainer.LoadTask(new MemoryStream(managed.Saved(ParameterPart.Task)));
            trainer.Quantize();
            for (int index = 0; index < trainer.Tensors.Count; index++)
            {
                ushort[] codes = new ushort[trainer.Tensors[index].Count];
                trainer.ReadCodes(index, codes);
                if (trainer.Tensors[index].Part == ParameterPart.Shared)
                    for (int value = 0; value < codes.Length; value += 50)
                        codes[value] ^= 0x20;
                trainer.OverrideCodes(index, codes);
            }
        }

        (double ownLoss, _) = Scored(torch);
        (double loss, _) = Scored(managed);
        ownLoss.ShouldBe(loss, 1e-4 * loss);
        torch.Step().Loss.ShouldBe(managed.Step().Loss, 1e-4);
    }

    /// <summary>By how much the engines' changes of each parameter differ in one step, over the change.</summary>
    private static IEnumerable<(string Name, double Difference)> Differences(AdapterForm form, TrainedPart part, ulong seed)
    {
        TrainerRequest request = Drawn.Request(Images, 4, part: part) with { Seed = seed };
        ResNet26 model = Model(form, Width / 2);
        using ITrainer managed = model.CreateTrainer(request), torch = Drawn.Trainer(model.Graph(0), request);
        Dictionary<string, float[]> start = Parameters(managed);
        TrainingStep step = managed.Step(), own = torch.Step();
        (own.Images, own.Correct, own.LearningRate).ShouldBe((step.Images, step.Correct, step.LearningRate));
        own.Loss.ShouldBe(step.Loss, 1e-4);
        Dictionary<string, float[]> expected = Parameters(managed), found = Parameters(torch);
        foreach ((string name, float[] before) in start)
        {
            double change = Distance(expected[name], before), difference = Distance(expected[name], found[name]);
            yield return (name, difference <= 1e-7 ? 0 : difference / change);
        }
    }

    private static ITrainer Managed(AdapterForm form) => Model(form).CreateTrainer(Drawn.Request(Images));

    private static IGraphTrainer Torch(AdapterForm form) => Drawn.Trainer(Model(form).Graph(0), Drawn.Request(Images));

    private static ResNet26 Model(AdapterForm form, double width = Width) =>
        new(new ResNet26Options { Adapters = form, Width = width, InputPx = 32 }, [new TaskRequest("stripes", Classes)]);

    private static (double Loss, int[] Predictions) Scored(ITrainer trainer)
    {
        int[] predictions = new int[Images.Count];
        return (trainer.Score(Images, 0, predictions), predictions);
    }

    private static Dictionary<string, float[]> Parameters(ITrainer trainer) => SafeTensors
        .Read(new MemoryStream(trainer.Saved()))
        .Tensors
        .ToDictionary(static tensor => tensor.Name, static tensor => tensor.Values.ToArray());

    private static void ShouldBeEqual(ITrainer first, ITrainer second)
    {
        Dictionary<string, float[]> expected = Parameters(second), found = Parameters(first);
        found.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
        foreach ((string name, float[] values) in expected)
            found[name].ShouldBe(values, name);
    }

    private static double Distance(float[] first, float[] second) =>
        Math.Sqrt(first.Zip(second).Sum(static pair => Math.Pow((double)pair.First - pair.Second, 2)));
}
