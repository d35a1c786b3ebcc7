using System.ComponentModel.DataAnnotations;
using Dateline.Worker.Publishing;

namespace Dateline.Worker.Tests.Publishing;

public class PublishingOptionsTests
{
    [Theory]
    [InlineData(1L, 1L, .5, true)]
    [InlineData(null, null, null, true)]
    [InlineData(null, null, 1193.0, true)]
    [InlineData(0L, null, null, false)]
    [InlineData(null, 0L, null, false)]
    [InlineData(null, long.MaxValue, null, false)]
    [InlineData(null, null, 0.0, false)]
    [InlineData(null, null, 1194.0, false)]
    [InlineData(null, null, double.NaN, false)]
    public void Validate_QueueLimits_AreWhatTheBrokerTakes(long? length, long? megabytes, double? hours, bool expected)
    {
        var options = new PublishingOptions { Queues = [new QueueOptions { Name = "desk", MaxLength = length, MaxMegabytes = megabytes, MaxAgeHours = hours }] };
        var problems = options.Validate(new ValidationContext(options)).ToArray();

        Assert.Equal(expected, problems.Length == 0);
        Assert.All(problems, problem => Assert.Contains("desk", problem.ErrorMessage, StringComparison.Ordinal));
    }
}
