using System.Text;

namespace Memti.Hosting;

/// <summary>Names of the code as files write them: <c>TaskSwitchWrite</c> is <c>task_switch_write</c>.</summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (char letter in name)
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        return text.ToString();
    }
}
