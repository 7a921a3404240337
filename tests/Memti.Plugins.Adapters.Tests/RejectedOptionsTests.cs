using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Adapters.Backbones;
using static Memti.Plugins.Adapters.Tests.Networks;

namespace Memti.Plugins.Adapters.Tests;

public sealed class RejectedOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(66)]
    [InlineData(520)]
    public void An_input_that_the_stages_cannot_halve_is_refused(int px) =>
        Refusal(() => AModel(px: px)).ShouldBe((DiagnosticCode.ValueOutOfRange, "input_px", "multiples of 8 from 32 to 512"));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.3)]
    [InlineData(double.NaN)]
    [InlineData(9)]
    public void A_width_that_gives_no_whole_channels_is_refused(double width) =>
        Refusal(() => AModel(width: width)).ShouldBe((DiagnosticCode.ValueOutOfRange, "width", "multiples of 0.03125 from 0.03125 to 8"));

    [Theory]
    [InlineData(0, 8, "weight_bits")]
    [InlineData(8, 17, "task_bits")]
    public void Bits_outside_1_to_16_are_refused(int shared, int task, string key) =>
        Refusal(() => new ResNet26(new ResNet26Options { WeightBits = shared, TaskBits = task }, []))
            .ShouldBe((DiagnosticCode.ValueOutOfRange, key, "1 to 16"));

    [Fact]
    public void An_unknown_task_without_classes_is_refused_with_the_known_names()
    {
        (string code, string? key, string? permitted) = Refusal(() => AModel(tasks: "cifar1000"));
        (code, key).ShouldBe((DiagnosticCode.UnknownName, "tasks"));
        permitted.ShouldBe("aircraft, cifar100, daimlerpedcls, dtd, gtsrb, imagenet, omniglot, svhn, ucf101, vgg-flowers");
    }

    [Fact]
    public void An_unknown_task_with_classes_is_taken() =>
        new ResNet26(new ResNet26Options(), [new TaskRequest("own", 7)]).Tasks[0].Group("classifier").ShouldBe(7 * 257);

    [Fact]
    public void A_task_of_one_class_is_refused() =>
        Refusal(() => new ResNet26(new ResNet26Options(), [new TaskRequest("own", 1)]))
            .ShouldBe((DiagnosticCode.ValueOutOfRange, "classes", "2 or more"));

    private static (string Code, string? Key, string? Permitted) Refusal(Func<object> make)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(make).Diagnostic;
        return (diagnostic.Code, diagnostic.Key, diagnostic.Permitted);
    }
}
