using Memti.Plugins.Adapters.Backbones;
using static Memti.Plugins.Adapters.Tests.Networks;

namespace Memti.Plugins.Adapters.Tests;

/// <summary>Counts of the published architecture: Rebuffi et al., NIPS 2017 and CVPR 2018.</summary>
public sealed class ParameterCountTests
{
    [Theory]
    [InlineData(1.0, 5_806_944)]
    [InlineData(0.5, 1_451_952)]
    [InlineData(0.25, 363_096)]
    public void Shared_parameters_match_the_architecture(double width, long expected) =>
        AModel(width: width, tasks: "cifar100").Tasks[0].SharedParameters.ShouldBe(expected);

    [Theory]
    [InlineData(1.0, 645_216, 7_744)]
    [InlineData(0.5, 161_328, 3_872)]
    [InlineData(0.25, 40_344, 1_936)]
    public void Parallel_adapters_and_their_batch_norm_match_the_architecture(double width, long adapters, long norms)
    {
        var task = AModel(width: width, tasks: "cifar100").Tasks[0];
        task.Group("parallel adapters").ShouldBe(adapters);
        task.Group("batch norm").ShouldBe(norms);
    }

    [Theory]
    [InlineData(1.0, 678_660)]
    [InlineData(0.5, 178_100)]
    [InlineData(0.25, 48_780)]
    public void A_task_of_100_classes_has_the_published_total(double width, long expected) =>
        AModel(width: width, tasks: "cifar100").Tasks[0].TaskParameterCount.ShouldBe(expected);

    [Fact]
    public void Series_adapters_bring_a_second_batch_norm_each()
    {
        var task = AModel(AdapterForm.Series, tasks: "cifar100").Tasks[0];
        task.Group("series adapters").ShouldBe(689_152);
        task.Group("series batch norm").ShouldBe(7_232);
        task.Group("batch norm").ShouldBe(7_744);
    }

    [Fact]
    public void Without_adapters_nothing_is_shared_and_a_task_owns_its_backbone()
    {
        var task = AModel(AdapterForm.None, tasks: "cifar100").Tasks[0];
        task.SharedParameters.ShouldBe(0);
        task.TaskParameters.Select(static group => (group.Name, group.Count)).ShouldBe(
            [("backbone", 5_806_944L), ("batch norm", 7_744L), ("classifier", 25_700L)]);
    }

    [Theory]
    [InlineData("daimlerpedcls", 2, 514)]
    [InlineData("gtsrb", 43, 11_051)]
    [InlineData("cifar100", 100, 25_700)]
    [InlineData("ucf101", 101, 25_957)]
    [InlineData("imagenet", 1000, 257_000)]
    public void A_known_task_brings_its_classes_and_257_classifier_parameters_for_each(string name, int classes, long parameters)
    {
        var task = AModel(tasks: name).Tasks[0];
        task.Classes.ShouldBe(classes);
        task.Group("classifier").ShouldBe(parameters);
    }

    [Theory]
    [InlineData("daimlerpedcls", 10.115)]
    [InlineData("gtsrb", 10.261)]
    [InlineData("cifar100", 10.464)]
    [InlineData("ucf101", 10.468)]
    public void The_task_specific_share_is_the_published_one(string name, double percent)
    {
        var task = AModel(tasks: name).Tasks[0];
        (100.0 * task.TaskParameterCount / (task.SharedParameters + task.TaskParameterCount)).ShouldBe(percent, 0.001);
    }
}
