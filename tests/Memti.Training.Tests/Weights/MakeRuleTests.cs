using Memti.Training.Weights.Inputs;

namespace Memti.Training.Tests.Weights;

public sealed class MakeRuleTests
{
    [Fact]
    public void The_target_depends_on_each_input_and_each_input_may_be_gone() =>
        MakeRule.Of("build/weights.stamp", ["a.yaml", "set/b c#$.pgm"]).ShouldBe(
            """
            build/weights.stamp: \
              a.yaml \
              set/b\ c\#$$.pgm

            a.yaml:

            set/b\ c\#$$.pgm:

            """.ReplaceLineEndings("\n"));
}
