using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;

namespace Memti.Plugins.Adapters.Tests.Training;

public sealed class TrainerRefusalTests
{
    [Fact]
    public void Images_of_another_size() =>
        Code(static () => Trainers.Of(Trainers.Small(), images: Trainers.Bars(pixels: 40))).ShouldBe(DiagnosticCode.ImagesDoNotFit);

    [Fact]
    public void Images_of_other_classes() =>
        Code(static () => Trainers.Of(Trainers.Small(), images: Trainers.Bars(classes: 4))).ShouldBe(DiagnosticCode.ImagesDoNotFit);

    [Fact]
    public void Images_of_another_size_to_score()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(), images: Trainers.Bars());

        Code(() => trainer.Predictions(Trainers.Bars(pixels: 40))).ShouldBe(DiagnosticCode.ImagesDoNotFit);
    }

    [Theory]
    [InlineData(1, 8, "weight_bits")]
    [InlineData(8, 1, "task_bits")]
    public void Codes_of_one_bit(int weightBits, int taskBits, string key)
    {
        Diagnostic finding = Finding(() => Trainers.Of(Trainers.Small(weightBits: weightBits, taskBits: taskBits)));

        (finding.Code, finding.Key).ShouldBe((DiagnosticCode.ValueOutOfRange, key));
    }

    [Fact]
    public void Weights_of_another_width()
    {
        using ITrainer wide = Trainers.Of(new ResNet26Options { Width = 0.25, InputPx = 32 }, images: Trainers.Bars());
        using ITrainer trainer = Trainers.Of(Trainers.Small(), images: Trainers.Bars());
        byte[] before = trainer.Weights(ParameterPart.All);

        Diagnostic finding = Finding(() => trainer.LoadShared(new MemoryStream(wide.Weights(ParameterPart.All))));

        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe(
            (DiagnosticCode.WeightsDoNotFit, "stem.conv.weight", "[8, 3, 3, 3]", "[4, 3, 3, 3]"));
        trainer.Weights(ParameterPart.All).ShouldBe(before);
    }

    [Fact]
    public void Weights_that_lack_a_tensor()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(), images: Trainers.Bars());

        Diagnostic finding = Finding(() => trainer.LoadTask(new MemoryStream(trainer.Weights(ParameterPart.Shared))));

        (finding.Code, finding.Key).ShouldBe((DiagnosticCode.WeightsDoNotFit, "stem.adapter.weight"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Weights_that_are_truncated(int length)
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(), images: Trainers.Bars());
        byte[] weights = trainer.Weights(ParameterPart.Shared)[..length];

        Code(() => trainer.LoadShared(new MemoryStream(weights))).ShouldBe(DiagnosticCode.WeightsUnreadable);
    }

    [Fact]
    public void A_state_of_another_seed()
    {
        using ITrainer one = Trainers.Of(Trainers.Small(), images: Trainers.Bars(), seed: 1);
        using ITrainer other = Trainers.Of(Trainers.Small(), images: Trainers.Bars(), seed: 2);

        Code(() => other.LoadState(new MemoryStream(one.State()))).ShouldBe(DiagnosticCode.CheckpointDoesNotFit);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(5000)]
    public void A_state_that_is_truncated(int length)
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(), images: Trainers.Bars());
        byte[] state = trainer.State();

        Code(() => trainer.LoadState(new MemoryStream(state[..length]))).ShouldBe(DiagnosticCode.CheckpointDoesNotFit);
        trainer.State().ShouldBe(state);
    }

    [Fact]
    public void Something_else_than_a_state()
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(), images: Trainers.Bars());

        Code(() => trainer.LoadState(new MemoryStream(new byte[4096]))).ShouldBe(DiagnosticCode.CheckpointDoesNotFit);
    }

    private static string Code(Action action) => Finding(action).Code;

    private static Diagnostic Finding(Action action) => Should.Throw<MemtiException>(action).Diagnostic;
}
