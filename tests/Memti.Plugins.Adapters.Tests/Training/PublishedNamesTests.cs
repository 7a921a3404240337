using Memti.Trainers.Weights;

namespace Memti.Plugins.Adapters.Tests.Training;

/// <summary>Names of srebuffi/residual_adapters, <c>models.py</c>, in all three forms.</summary>
public sealed class PublishedNamesTests
{
    [Theory]
    [InlineData("pre_layers_conv.conv.weight", "stem.conv.weight", null)]
    [InlineData("pre_layers_conv.parallel_conv.0.conv.weight", "stem.adapter.weight", 0)]
    [InlineData("pre_layers_conv.bns.0.running_mean", "stem.bn.running_mean", 0)]
    [InlineData("layer1.0.conv1.conv.weight", "stage1.block1.conv1.weight", null)]
    [InlineData("layer3.3.conv2.1.conv.weight", "stage3.block4.conv2.weight", null)]
    [InlineData("layer2.1.conv2.1.parallel_conv.2.conv.weight", "stage2.block2.adapter2.weight", 2)]
    [InlineData("layer2.1.conv1.bns.1.num_batches_tracked", "stage2.block2.bn1.num_batches_tracked", 1)]
    [InlineData("layer2.1.conv1.bns.0.1.weight", "stage2.block2.bn1.weight", 0)]
    [InlineData("layer2.1.conv1.bns.0.0.conv.0.bias", "stage2.block2.adapter1.bn.bias", 0)]
    [InlineData("layer2.1.conv1.bns.0.0.conv.1.weight", "stage2.block2.adapter1.weight", 0)]
    [InlineData("end_bns.0.0.running_var", "head.bn.running_var", 0)]
    [InlineData("linears.0.bias", "head.classifier.bias", 0)]
    public void A_published_name_is_that_of_the_engine(string published, string name, int? task) =>
        PublishedNames.Of(published).ShouldBe((name, task));

    [Theory]
    [InlineData("stem.conv.weight")]
    [InlineData("layer4.0.conv1.conv.weight")]
    [InlineData("layer1.0.conv2.conv.weight")]
    [InlineData("layer1.0.conv1.conv.bias")]
    [InlineData("conv1.weight")]
    [InlineData("linears.99999999999.bias")]
    [InlineData("")]
    public void Other_names_are_left_alone(string name) => PublishedNames.Of(name).ShouldBeNull();
}
