using System.Globalization;
using System.Text.RegularExpressions;

namespace Memti.Trainers.Weights;

/// <summary>The tensor names of the published PyTorch code of residual adapters, and those of the engine.</summary>
/// <remarks>
/// srebuffi/residual_adapters, commit 5c51aa3, <c>models.py</c>: <c>pre_layers_conv</c>, <c>layer1.0.conv1</c> and <c>layer1.0.conv2.1</c>
/// are convolutions with <c>conv</c>, <c>parallel_conv.T.conv</c> and <c>bns.T</c>; in the series form <c>bns.T.0.conv.0</c> and
/// <c>bns.T.0.conv.1</c> are the batch norm and kernel of the adapter, and <c>bns.T.1</c> is the batch norm after it. T counts the tasks
/// from 0. Shapes are the same in both.
/// </remarks>
public static partial class PublishedNames
{
    /// <summary>The engine's name of a published name, with the index of its task; null for other names.</summary>
    /// <param name="published">A name such as <c>layer2.0.conv2.1.bns.0.weight</c>.</param>
    /// <returns>The name, and the task; null as task for tensors that all tasks share.</returns>
    public static (string Name, int? Task)? Of(string published)
    {
        Match match = Head().Match(published);
        if (match.Success)
            return ((match.Groups["norm"].Success ? "head.bn." : "head.classifier.") + match.Groups["value"].Value, Task(match));
        match = Unit().Match(published);
        if (!match.Success)
            return null;
        string unit = match.Groups["stage"].Success
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"stage{match.Groups["stage"].Value}.block{int.Parse(match.Groups["block"].Value, CultureInfo.InvariantCulture) + 1}.")
            : "stem.";
        return (unit + Part(match), Task(match));
    }

    private static string Part(Match match)
    {
        string half = match.Groups["half"] is { Success: true } group ? group.Value[..1] : "";
        string value = match.Groups["value"].Value;
        return match switch
        {
            _ when match.Groups["kernel"].Success => $"conv{half}.weight",
            _ when match.Groups["parallel"].Success || match.Groups["series"].Success => $"adapter{half}.weight",
            _ when match.Groups["inner"].Success => $"adapter{half}.bn.{value}",
            _ => $"bn{half}.{value}",
        };
    }

    private static int? Task(Match match) =>
        match.Groups["task"] is { Success: true } task ? int.Parse(task.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("""
        ^(pre_layers_conv|layer(?<stage>[1-3])\.(?<block>[0-9]{1,3})\.conv(?<half>1|2\.1))\.
        ((?<kernel>conv\.weight)
        |(?<parallel>parallel_conv\.(?<task>[0-9]{1,4})\.conv\.weight)
        |(?<series>bns\.(?<task>[0-9]{1,4})\.0\.conv\.1\.weight)
        |(?<inner>bns\.(?<task>[0-9]{1,4})\.0\.conv\.0)\.(?<value>weight|bias|running_mean|running_var|num_batches_tracked)
        |bns\.(?<task>[0-9]{1,4})(\.1)?\.(?<value>weight|bias|running_mean|running_var|num_batches_tracked))$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();

    [GeneratedRegex("""
        ^((?<norm>end_bns\.(?<task>[0-9]{1,4})\.0)|linears\.(?<task>[0-9]{1,4}))
        \.(?<value>weight|bias|running_mean|running_var|num_batches_tracked)$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}
